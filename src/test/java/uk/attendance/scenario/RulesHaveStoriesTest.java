package uk.attendance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each rule of first-day contact and of leave is named by a story or by a row of a pack's table.
 */
class RulesHaveStoriesTest {

  private static final Set<String> RULES =
      Set.of(
          ("SV-F1 SV-F2 SV-F3 SV-F4 SV-F5 SV-F6"
                  + " DH-R1 DH-R2 DH-R3 DH-R4 DH-R5 DH-R6 DH-R7 DH-R8 DH-R9 DH-R13"
                  + " DH-F1 DH-F2 DH-F3 DH-F4 DH-F5"
                  + " LB-F1 LB-F2 LB-F3 LB-F4 LB-F6 LB-R5 LB-R9 NW-F1 NW-M2"
                  + " RT-F1 RT-F2 RT-F3 RT-F4 RT-F5 RT-F6 RT-R5 NF-F1 NF-R3"
                  + " SV-L1 SV-L2 SV-L3 SV-L4 SV-L5 DH-L1 DH-L2 DH-L3 LB-L1 LB-L2 LB-L3"
                  + " NW-L1 NW-L2 NW-L3 NW-L4 NW-R4 NW-P4 RT-L1 RT-L2 RT-L3"
                  + " NF-L1 NF-L2 NF-L3 NF-X4 DH-X7")
              .split(" "));
  private static final Pattern RULE = Pattern.compile("\\b[A-Z]{2}-[A-Z]\\d+\\b");

  @Test
  void noneIsLeftOut() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Path story : StoriesTest.stories()) {
      named.addAll(rules(Files.readAllLines(story).get(0)));
    }
    for (Path table : tables()) {
      named.addAll(rules(Files.readString(table)));
    }
    assertThat(named).containsAll(RULES);
  }

  @Test
  void everyStoryNamesItsRulesFirst() throws IOException {
    for (Path story : StoriesTest.stories()) {
      String first = Files.readAllLines(story).get(0);
      assertThat(first).as(story.toString()).startsWith("# Rules: ");
      assertThat(rules(first)).as(story.toString()).isNotEmpty();
    }
  }

  private static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("policies"))) {
      return files
          .filter(
              file -> file.endsWith("first-day-steps.dmn") || file.endsWith("leave-findings.dmn"))
          .toList();
    }
  }

  private static Set<String> rules(String text) {
    Set<String> rules = new TreeSet<>();
    Matcher found = RULE.matcher(text);
    while (found.find()) {
      rules.add(found.group());
    }
    return rules;
  }
}

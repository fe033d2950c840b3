package uk.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The tables of README.md are drawn from the packs and models; a stale one fails the build. */
class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern RULE = Pattern.compile("\\b(SV|DH|LB|NW|RT|NF)-[A-Z]\\d+\\b");

  @Test
  void tablesAreThoseOfTheModels() throws IOException {
    String readme = Files.readString(README);

    String drawn = replace(replace(readme, "packs", packs()), "tables", tables());

    if (Boolean.getBoolean("readme.write")) {
      Files.writeString(README, drawn);
    }
    assertThat(Files.readString(README)).isEqualTo(drawn);
  }

  private static String packs() throws IOException {
    StringBuilder table =
        new StringBuilder("| pack | policy | rules named |\n| --- | --- | --- |\n");
    for (Path pack : files("policy.yaml")) {
      String text = Files.readString(pack);
      Object title = new Yaml().<java.util.Map<String, Object>>load(text).get("title");
      long rules = RULE.matcher(text).results().map(m -> m.group()).distinct().count();
      String id = pack.getParent().getFileName().toString();
      table.append("| [`%s`](policies/%s) | %s | %d |\n".formatted(id, id, title, rules));
    }
    return table.toString();
  }

  private static String tables() throws IOException {
    StringBuilder table =
        new StringBuilder(
            "| table | pack | asks | hit policy | rows |\n| --- | --- | --- | --- | --- |\n");
    for (Path file : files(".dmn")) {
      Decision decision =
          Dmn.readModelFromFile(file.toFile())
              .getModelElementsByType(Decision.class)
              .iterator()
              .next();
      DecisionTable rows =
          decision.getModelInstance().getModelElementsByType(DecisionTable.class).iterator().next();
      table.append(
          "| [`%s`](%s) | %s | %s | %s | %d |\n"
              .formatted(
                  decision.getId(),
                  file.toString().replace('\\', '/'),
                  file.getParent().getFileName(),
                  decision.getName(),
                  rows.getHitPolicy(),
                  rows.getChildElementsByType(Rule.class).size()));
    }
    return table.toString();
  }

  private static List<Path> files(String suffix) throws IOException {
    try (Stream<Path> found = Files.walk(Path.of("policies"))) {
      return found.filter(f -> f.toString().endsWith(suffix)).sorted().collect(Collectors.toList());
    }
  }

  private static String replace(String readme, String name, String table) {
    return Pattern.compile("(<!-- %s -->\n).*?(<!-- /%s -->)".formatted(name, name), Pattern.DOTALL)
        .matcher(readme)
        .replaceFirst("$1" + Matcher.quoteReplacement(table) + "$2");
  }
}

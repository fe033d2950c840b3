package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads the program's own text: each method whose SQL reads table {@code pupil} narrows it by
 * {@link Scope#pupils(String)}, but for the few that work for the program itself.
 */
class EveryPupilIsReadThroughAScopeTest {

  private static final Pattern READS_PUPIL =
      Pattern.compile("\\b(from|join)\\s+pupil\\b(?!_)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CONSTANT =
      Pattern.compile(
          "static final String (\\w+)\\s*=(.*?);\\s*$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern METHOD_END = Pattern.compile("(?m)^ {2}}$");

  /** Class and why its statements serve no reader; they run for one school at a time. */
  private static final Map<String, String> FOR_THE_PROGRAM =
      Map.of(
          "Roll", "who is on the roll, while a file of the school is checked",
          "NoRowUnderAnotherSchool", "whether the whole register holds together (bin/check)",
          "NewTasks", "the worklist rows of tasks that open, each about the one pupil of its case",
          "StagedOutcomes", "what a file of the school would change, before anybody says yes");

  private static Map<String, String> sources;
  private static List<Constant> constants;

  @BeforeAll
  static void read() throws IOException {
    sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
      }
    }
    constants = new ArrayList<>();
    sources.forEach((name, text) -> constants.addAll(constants(name, text)));
  }

  @Test
  void everyMethodThatReadsPupilsNarrowsThem() {
    List<String> unscoped = new ArrayList<>();
    Set<String> reading = new HashSet<>();
    sources.forEach(
        (name, text) ->
            methods(text).stream()
                .filter(method -> readsPupils(name, method))
                .peek(method -> reading.add(name))
                .filter(method -> !FOR_THE_PROGRAM.containsKey(name))
                .filter(method -> !method.contains(".pupils("))
                .forEach(method -> unscoped.add(name + ": " + head(method))));

    assertThat(unscoped).isEmpty();
    assertThat(reading).contains("Contacts", "Marks").containsAll(FOR_THE_PROGRAM.keySet());
  }

  @Test
  void noPageReadsTheDatabaseItself() {
    assertThat(sources.entrySet())
        .filteredOn(
            source -> source.getValue().matches("(?s).*package uk\\.attendance\\.\\w+\\.web;.*"))
        .isNotEmpty()
        .noneMatch(source -> source.getValue().contains("JdbcClient"))
        .noneMatch(source -> source.getValue().contains("ofTheSystem("));
  }

  @Test
  void seesAMethodWithoutAScope() {
    assertThat(
            methods(
                "class Bad {\n  void all() {\n    jdbc.sql(\"select * from pupil p\");\n  }\n"
                    + "  void none() {\n    jdbc.sql(\"select * from pupil_contact\");\n  }\n}"))
        .filteredOn(method -> READS_PUPIL.matcher(method).find())
        .hasSize(1);
  }

  private static boolean readsPupils(String name, String method) {
    return READS_PUPIL.matcher(method).find()
        || constants.stream().anyMatch(constant -> constant.usedIn(name, method));
  }

  /** SQL that reads pupils and stands in a constant. */
  private record Constant(String owner, String name) {

    boolean usedIn(String type, String method) {
      return method.contains(type.equals(owner) ? name : owner + "." + name);
    }
  }

  private static List<Constant> constants(String owner, String text) {
    return CONSTANT
        .matcher(text)
        .results()
        .filter(found -> READS_PUPIL.matcher(found.group(2)).find())
        .map(found -> new Constant(owner, found.group(1)))
        .toList();
  }

  /** The pieces of a class that end where a method does; its constants left out. */
  private static List<String> methods(String text) {
    return Stream.of(METHOD_END.split(CONSTANT.matcher(text).replaceAll(""))).toList();
  }

  private static String head(String method) {
    return method
        .lines()
        .filter(line -> line.matches(" {2}\\S.*\\(.*"))
        .reduce((first, second) -> second)
        .orElse("?")
        .strip();
  }
}

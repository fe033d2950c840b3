package uk.attendance.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every process, table and form of the top-level folders to the house style. */
class ModelTest {

  private static final Path EXAMPLE = Path.of("src/test/resources/processes/example-visit.bpmn");

  static Stream<Path> processes() throws IOException {
    return Stream.concat(Stream.of(EXAMPLE), files(Path.of("processes"), ".bpmn"));
  }

  static Stream<Path> tables() throws IOException {
    return files(Path.of("policies"), ".dmn");
  }

  static Stream<Path> forms() throws IOException {
    return Stream.concat(
        Stream.of(Path.of("src/test/resources/forms/example-visit.form")),
        files(Path.of("forms"), ".form"));
  }

  @ParameterizedTest
  @MethodSource("processes")
  void processReadsWell(Path file) throws IOException {
    assertThat(findings(file, Files.readString(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tableReadsWell(Path file) {
    DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
    assertThat(model.getModelElementsByType(Decision.class))
        .extracting(Decision::getId)
        .containsExactly(stem(file));
    assertThat(model.getModelElementsByType(Input.class))
        .allSatisfy(input -> assertThat(input.getLabel()).isNotBlank());
    assertThat(model.getModelElementsByType(Rule.class))
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.getId()).matches(BpmnRules.KEBAB);
              assertThat(row.getDescription().getTextContent())
                  .containsPattern("^(SV|DH|LB|NW|RT|NF)-[A-Z]\\d+");
            });
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formReadsWell(Path file) throws IOException {
    JsonNode form = new ObjectMapper().readTree(file.toFile());
    assertThat(form.path("id").asText()).isEqualTo(stem(file));
    List<JsonNode> fields = new ArrayList<>();
    collect(form, fields);
    assertThat(fields)
        .allSatisfy(
            field -> {
              assertThat(field.path("key").asText()).matches("[a-z][a-zA-Z0-9]*");
              assertThat(field.path("label").asText()).isNotBlank();
            });
    assertThat(fields.get(fields.size() - 1).path("key").asText()).isEqualTo("outcome");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "process id=\"example-visit\"|process id=\"another\"|not the file's name",
        "camunda:historyTimeToLive=\"P2192D\"||no historyTimeToLive",
        "name=\"Child seen?\"|name=\"Child seen\"|asks no question",
        "id=\"yes\" name=\"Yes\"|id=\"yes\"|is not named",
        "camunda:candidateGroups=\"attendance-officer\"||has no role",
        "camunda:dueDate=\"${visitDue}\"||has no due date",
        "formRef=\"example-visit\"|formRef=\"no-such-form\"|form no-such-form missing",
        "formRefBinding=\"deployment\"|formRefBinding=\"latest\"|not bound to its deployment",
        "<bpmn:documentation>Go to the address on file and say who was seen.</bpmn:documentation>||has no documentation",
        "name=\"Visit home\"|name=\"Process visit\"|says nothing",
        "name=\"Child not seen\"|name=\"End\"|says nothing of the child",
        "tFormalExpression\">${visitDue}|tFormalExpression\">P5D|a timer holds a literal: P5D",
        "${childSeen}|${daysMissed > 3}|holds a threshold",
        "${childSeen}|${visits.close(case)}|not one simple condition",
        "bpmnElement=\"lead-asked\"|bpmnElement=\"pool\"|lead-asked is not drawn",
        "visit-overdue|Event_0abc123|id not kebab",
      })
  void findsWhatIsWrong(String right, String wrong, String finding) throws IOException {
    String model = Files.readString(EXAMPLE);
    assertThat(model).contains(right);

    String spoiled = model.replace(right, wrong == null ? "" : wrong);

    assertThat(String.join("\n", findings(EXAMPLE, spoiled))).contains(finding);
  }

  @Test
  void everyFolderOfModelsIsWhereTheHouseSaysItIs() {
    assertThat(List.of("processes", "policies", "forms", "letters", "scenarios"))
        .allSatisfy(folder -> assertThat(Path.of(folder)).isDirectory());
  }

  private static List<String> findings(Path file, String model) {
    return BpmnRules.findings(
        Bpmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8))),
        stem(file),
        form ->
            Files.exists(Path.of("forms", form + ".form"))
                || Files.exists(Path.of("src/test/resources/forms", form + ".form")));
  }

  private static void collect(JsonNode node, List<JsonNode> fields) {
    for (JsonNode component : node.path("components")) {
      if (component.has("key")) {
        fields.add(component);
      }
      collect(component, fields);
    }
  }

  private static Stream<Path> files(Path folder, String suffix) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(suffix)).sorted().toList().stream();
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}

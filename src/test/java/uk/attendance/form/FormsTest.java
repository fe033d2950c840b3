package uk.attendance.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form there is: as the Modeler writes it, and no more than we can show and check. */
class FormsTest {

  private static final Schema OFFICIAL = official();

  static Stream<Path> forms() throws IOException {
    return Stream.concat(in("forms"), in("src/test/resources/forms"));
  }

  private static Stream<Path> in(String folder) throws IOException {
    return Files.list(Path.of(folder)).filter(file -> file.toString().endsWith(".form")).sorted();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isWhatTheOfficialSchemaAllows(Path file) throws IOException {
    assertThat(OFFICIAL.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theOfficialSchemaRefusesWhatIsNoForm() {
    assertThat(
            OFFICIAL.validate(
                "{\"type\": \"default\", \"components\": [{\"type\": \"radio\"}]}",
                InputFormat.JSON))
        .isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void holdsNothingThatWeDoNotSupport(Path file) {
    String key = file.getFileName().toString().replace(".form", "");

    assertThatCode(() -> Form.read(key, Files.readString(file), Vocabulary.OF_TASKS))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isOfTheModelersCurrentVersionAndAsksForAnOutcome(Path file) throws IOException {
    String source = Files.readString(file);
    String key = file.getFileName().toString().replace(".form", "");

    assertThat(source).contains("\"schemaVersion\": 19").contains("\"id\": \"" + key + "\"");
    assertThat(Form.read(key, source, Vocabulary.OF_TASKS).field("outcome"))
        .hasValueSatisfying(
            outcome -> {
              assertThat(outcome.kind().isOneOfMany()).isTrue();
              assertThat(outcome.constraints().required()).isTrue();
            });
  }

  @Test
  void areFoundByTheirTask() {
    assertThat(new Forms().get("every-component").fields()).isNotEmpty();
    assertThat(new Forms().find("no-such-task")).isEmpty();
  }

  private static Schema official() {
    try (InputStream schema =
        Objects.requireNonNull(FormsTest.class.getResourceAsStream("/form-js/schema.json"))) {
      JsonNode tree = new ObjectMapper().readTree(schema);
      dropIds(tree);
      return SchemaRegistry.withDialect(Dialects.getDraft7())
          .getSchema(tree.toString(), InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException("reading the official schema", e);
    }
  }

  /** Its parts bear ids such as "#/component", which are names to its authors and no addresses. */
  private static void dropIds(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove("$id");
    }
    node.forEach(FormsTest::dropIds);
  }
}

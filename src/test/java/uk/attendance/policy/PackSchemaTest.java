package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.attendance.account.Role;

/** The schema is the only list of keys; what Java names as well has to be the same words. */
class PackSchemaTest {

  private static final JsonNode SCHEMA = schema();

  @Test
  void namesTheUnitsThatJavaKnows() {
    List<String> units = new ArrayList<>(words("one-wait", "unit"));
    units.addAll(words("one-count", "unit"));

    assertThat(units).containsExactlyInAnyOrderElementsOf(keys(Unit.values(), Unit::key));
    assertThat(words("one-wait", "unit"))
        .containsExactlyElementsOf(
            Arrays.stream(Unit.values()).filter(Unit::isTime).map(Unit::key).toList());
    assertThat(words("one-deadline", "unit")).isEqualTo(words("one-wait", "unit"));
  }

  @Test
  void namesTheMomentsChannelsAndKindsThatJavaKnows() {
    assertThat(words("moment")).containsExactlyElementsOf(keys(Moment.values(), Enum::name));
    assertThat(words("channel"))
        .containsExactlyInAnyOrderElementsOf(keys(Letter.Channel.values(), Enum::name));
    assertThat(list(SCHEMA.at("/$defs/code/properties/kinds/items/enum")))
        .containsExactlyElementsOf(keys(CodeKind.values(), Enum::name));
    assertThat(words("code", "class"))
        .containsExactlyElementsOf(Arrays.stream(CodeClass.values()).map(CodeClass::key).toList());
  }

  @Test
  void namesTheRolesOfTheProduct() {
    assertThat(words("role"))
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values()).map(Role::key).toList());
  }

  @Test
  void refersOnlyToDefinitionsThatExist() {
    assertThat(references(SCHEMA))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(SCHEMA.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
  }

  @Test
  void usesNoWordOfJsonSchemaThatTheLoaderDoesNotUnderstand() {
    assertThat(keywords(SCHEMA).distinct())
        .isSubsetOf(
            "$schema",
            "$ref",
            "$defs",
            "title",
            "description",
            "type",
            "additionalProperties",
            "required",
            "properties",
            "oneOf",
            "items",
            "enum",
            "pattern",
            "minimum",
            "maximum",
            "x-optional",
            "x-each",
            "x-is",
            "x-national-only");
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(PackFiles.bundled().schema());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> words(String definition) {
    return list(SCHEMA.at("/$defs/" + definition + "/enum"));
  }

  private static List<String> words(String definition, String property) {
    return list(SCHEMA.at("/$defs/" + definition + "/properties/" + property + "/enum"));
  }

  private static List<String> list(JsonNode node) {
    List<String> words = new ArrayList<>();
    node.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static <E> List<String> keys(E[] values, java.util.function.Function<E, String> name) {
    return Arrays.stream(values)
        .map(name)
        .map(word -> word.toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static List<String> references(JsonNode node) {
    List<String> references = new ArrayList<>();
    node.findValues("$ref").forEach(reference -> references.add(reference.asText()));
    return references;
  }

  /**
   * The keys of schema objects; those of {@code properties} and {@code $defs} are names of ours.
   */
  private static Stream<String> keywords(JsonNode schema) {
    if (!schema.isObject()) {
      return Stream.empty();
    }
    return schema.properties().stream()
        .flatMap(
            entry ->
                switch (entry.getKey()) {
                  case "properties", "$defs" ->
                      Stream.concat(
                          Stream.of(entry.getKey()),
                          entry.getValue().properties().stream()
                              .flatMap(named -> keywords(named.getValue())));
                  case "oneOf" ->
                      Stream.concat(
                          Stream.of("oneOf"),
                          Stream.of(entry.getValue().path(0), entry.getValue().path(1))
                              .flatMap(PackSchemaTest::keywords));
                  default -> Stream.concat(Stream.of(entry.getKey()), keywords(entry.getValue()));
                });
  }
}

package uk.attendance.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form file while it is read. Nothing in it is passed over in silence: what
 * nobody asked for is reported as not supported.
 */
final class ComponentNode {

  /** How the Modeler lays its canvas out, and notes to itself: nothing to us. */
  private static final Set<String> WITHOUT_MEANING =
      Set.of(
          "id",
          "type",
          "layout",
          "properties",
          "showOutline",
          "verticalAlignment",
          "disableCollapse",
          "nonCollapsedItems",
          "searchable",
          "use24h",
          "timeSerializingFormat",
          "serializeToString",
          "timeInterval",
          "increment");

  private final JsonNode node;
  private final String place;
  private final List<String> errors;

  ComponentNode(JsonNode node, String file, List<String> errors) {
    this.node = node;
    this.errors = errors;
    this.place = "%s, component %s".formatted(file, name(node));
  }

  private static String name(JsonNode node) {
    String type = node.path("type").asText("without a type");
    String key = node.path("key").asText(node.path("path").asText(node.path("id").asText("")));
    return key.isEmpty() ? type : "%s (%s)".formatted(key, type);
  }

  String id() {
    return node.path("id").asText("");
  }

  String type() {
    return node.path("type").asText("");
  }

  void refuse(String sentence) {
    errors.add(place + ": " + sentence);
  }

  /** Refuses every property that is neither one of these nor without meaning. */
  void allow(Set<String> properties) {
    names(node).stream()
        .filter(name -> !properties.contains(name) && !WITHOUT_MEANING.contains(name))
        .forEach(name -> refuse("'%s' is not supported".formatted(name)));
  }

  @Nullable String text(String property) {
    JsonNode value = node.path(property);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      refuse("'%s' is no text".formatted(property));
      return null;
    }
    return value.asText();
  }

  /** Text in which named values may stand. */
  @Nullable Template template(String property, Vocabulary vocabulary) {
    String text = text(property);
    if (text == null) {
      return null;
    }
    Template template = new Template(text);
    if (template.isMoreThanNames()) {
      refuse("'%s' holds an expression; only {{name}} is supported".formatted(property));
    }
    template.names().stream()
        .filter(name -> !vocabulary.values().contains(name))
        .sorted()
        .forEach(
            name ->
                refuse(
                    "'%s' names {{%s}}, which no case supplies; known: %s"
                        .formatted(
                            property, name, vocabulary.values().stream().sorted().toList())));
    return template;
  }

  boolean yes(String property) {
    JsonNode value = node.path(property);
    if (value.isMissingNode() || value.isNull()) {
      return false;
    }
    if (!value.isBoolean()) {
      refuse("'%s' is '%s', needed: true or false".formatted(property, value.asText()));
    }
    return value.asBoolean(false);
  }

  @Nullable BigDecimal number(String property) {
    JsonNode value = node.path(property);
    if (value.isMissingNode() || value.isNull() || value.asText().isEmpty()) {
      return null;
    }
    if (!value.isNumber()) {
      refuse("'%s' is '%s', needed: a number".formatted(property, value.asText()));
      return null;
    }
    return value.decimalValue();
  }

  int whole(String property, int otherwise) {
    BigDecimal number = number(property);
    return number == null ? otherwise : number.intValue();
  }

  /** Children in a list; none where the property is missing. */
  List<JsonNode> list(String property) {
    List<JsonNode> children = new ArrayList<>();
    node.path(property).forEach(children::add);
    return children;
  }

  /** The object under a property, read with the same care. */
  ComponentNode inside(String property) {
    JsonNode inner = node.path(property);
    return new ComponentNode(place + ", " + property, inner, errors);
  }

  private ComponentNode(String place, JsonNode node, List<String> errors) {
    this.node = node;
    this.place = place;
    this.errors = errors;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> each = node.fieldNames(); each.hasNext(); ) {
      names.add(each.next());
    }
    return names;
  }
}

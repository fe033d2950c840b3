package uk.attendance.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Holds a policy file to {@code policies/policy.schema.json}: the same file that helps an editor is
 * the only list of keys there is. Understands the part of JSON Schema that it uses, and four words
 * of our own: {@code x-optional} (the national pack may leave it out as well), {@code
 * x-national-only} (no other pack has it), {@code x-each} (what the keys of a section are called)
 * and {@code x-is} (the text is a register code).
 */
final class PackSchema {

  private final JsonNode root;

  PackSchema(String json) {
    try {
      this.root = new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("policies/policy.schema.json is no JSON", e);
    }
  }

  /**
   * @param codes the register codes there are
   */
  void check(YamlNode file, Set<String> codes, PackErrors errors) {
    check(file, root, "", "key", codes, errors);
  }

  /** Sections that only the national pack has. */
  List<String> nationalOnly() {
    return root.path("properties").properties().stream()
        .filter(section -> section.getValue().path("x-national-only").asBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Values that the national pack must name, since no other default exists. */
  List<String> needed() {
    List<String> needed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> section : root.path("properties").properties()) {
      if (!section.getValue().path("x-optional").asBoolean()) {
        for (Map.Entry<String, JsonNode> key : section.getValue().path("properties").properties()) {
          if (!key.getValue().path("x-optional").asBoolean()) {
            needed.add(section.getKey() + "." + key.getKey());
          }
        }
      }
    }
    return needed;
  }

  private void check(
      YamlNode node,
      JsonNode schema,
      String path,
      String noun,
      Set<String> codes,
      PackErrors errors) {
    JsonNode rule = resolve(schema, node);
    switch (rule.path("type").asText()) {
      case "object" -> checkMap(node, rule, path, codes, errors);
      case "array" -> checkList(node, rule, path, codes, errors);
      default -> checkText(node, rule, path, noun, codes, errors);
    }
  }

  private JsonNode resolve(JsonNode schema, YamlNode node) {
    JsonNode rule = schema;
    while (true) {
      if (rule.has("$ref")) {
        rule = root.path("$defs").path(rule.path("$ref").asText().substring("#/$defs/".length()));
      } else if (rule.has("oneOf")) {
        rule = rule.path("oneOf").path(node.isList() ? 1 : 0);
      } else {
        return rule;
      }
    }
  }

  private void checkMap(
      YamlNode node, JsonNode rule, String path, Set<String> codes, PackErrors errors) {
    if (!node.isMap()) {
      errors.add(node.place(), at(path) + "is '" + node.text() + "'; needed: keys and values");
      return;
    }
    String noun = rule.path("x-each").asText("key");
    JsonNode properties = rule.path("properties");
    Set<String> seen = new HashSet<>();
    for (YamlNode.Entry entry : node.entries()) {
      String key = entry.key().text();
      if (!seen.add(key)) {
        errors.add(entry.key().place(), at(path) + noun + " '" + key + "' stands here twice");
      }
      JsonNode known =
          properties.has(key) ? properties.path(key) : rule.path("additionalProperties");
      if (known.isObject()) {
        check(entry.value(), known, path.isEmpty() ? key : path + "." + key, noun, codes, errors);
      } else {
        errors.add(
            entry.key().place(),
            at(path) + "unknown " + noun + " '" + key + "'; known: " + names(properties));
      }
    }
    for (JsonNode required : rule.path("required")) {
      if (!seen.contains(required.asText())) {
        errors.add(node.place(), at(path) + missing(required.asText(), properties));
      }
    }
  }

  private String missing(String key, JsonNode properties) {
    JsonNode values = properties.path(key).path("enum");
    return "key '" + key + "' is missing" + (values.isArray() ? "; needed: " + join(values) : "");
  }

  private void checkList(
      YamlNode node, JsonNode rule, String path, Set<String> codes, PackErrors errors) {
    if (!node.isList()) {
      errors.add(node.place(), at(path) + "is no list; needed: [one, two]");
      return;
    }
    for (YamlNode item : node.items()) {
      check(item, rule.path("items"), path, "entry", codes, errors);
    }
  }

  private void checkText(
      YamlNode node,
      JsonNode rule,
      String path,
      String noun,
      Set<String> codes,
      PackErrors errors) {
    if (!node.isText()) {
      errors.add(node.place(), at(path) + "holds a list or keys; needed: one value");
      return;
    }
    String text = node.text();
    JsonNode allowed = rule.path("enum");
    if (allowed.isArray() && !contains(allowed, text)) {
      errors.add(node.place(), at(path) + "is '" + text + "'; needed: " + join(allowed));
    } else if (rule.has("pattern") && !text.matches(rule.path("pattern").asText())) {
      errors.add(
          node.place(),
          at(path) + "is '" + text + "'; needed: " + rule.path("description").asText(form(rule)));
    } else if (rule.path("type").asText().matches("integer|number")) {
      checkNumber(node, rule, path, errors);
    } else if (rule.path("x-is").asText().equals("register-code") && !codes.contains(text)) {
      errors.add(node.place(), at(path) + "unknown register code '" + text + "'");
    }
  }

  private static void checkNumber(YamlNode node, JsonNode rule, String path, PackErrors errors) {
    boolean whole = rule.path("type").asText().equals("integer");
    String form = whole ? "-?[0-9]{1,9}" : "-?[0-9]{1,9}(\\.[0-9]{1,4})?";
    if (!node.text().matches(form)) {
      errors.add(
          node.place(),
          at(path) + "is '" + node.text() + "'; needed: a " + (whole ? "whole " : "") + "number");
      return;
    }
    BigDecimal number = new BigDecimal(node.text());
    if (rule.has("minimum") && number.compareTo(rule.path("minimum").decimalValue()) < 0
        || rule.has("maximum") && number.compareTo(rule.path("maximum").decimalValue()) > 0) {
      errors.add(
          node.place(),
          at(path)
              + "is "
              + number
              + "; needed: "
              + rule.path("minimum").asText()
              + (rule.has("maximum") ? " to " + rule.path("maximum").asText() : " or more"));
    }
  }

  private static String form(JsonNode rule) {
    return "the form " + rule.path("pattern").asText();
  }

  private static boolean contains(JsonNode list, String text) {
    return StreamSupport.stream(list.spliterator(), false)
        .anyMatch(value -> value.asText().equals(text));
  }

  private static String join(JsonNode list) {
    return String.join(
        ", ", StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList());
  }

  private static String names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    for (Iterator<String> it = properties.fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    return String.join(", ", names);
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }
}

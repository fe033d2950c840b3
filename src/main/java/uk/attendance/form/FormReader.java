package uk.attendance.form;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a form file as the Modeler writes it and refuses whatever we do not support, by name. */
final class FormReader {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String file;
  private final Vocabulary vocabulary;
  private final List<String> errors;
  private final Set<String> keys = new HashSet<>();
  private final FieldReader fields;

  private FormReader(String file, Vocabulary vocabulary, List<String> errors) {
    this.file = file;
    this.vocabulary = vocabulary;
    this.errors = errors;
    this.fields = new FieldReader(vocabulary);
  }

  /**
   * @param key the file's name without its ending
   * @param errors what is wrong is added here
   */
  static Form read(String key, String source, Vocabulary vocabulary, List<String> errors) {
    return new FormReader(key + ".form", vocabulary, errors).read(key, source);
  }

  private Form read(String key, String source) {
    List<Part> parts = List.of();
    try {
      JsonNode root = JSON.readTree(source);
      if (!root.path("id").asText().equals(key)) {
        errors.add(
            "%s: its id is '%s', needed: the file's name"
                .formatted(file, root.path("id").asText()));
      }
      parts = parts(root.path("components"), false);
    } catch (JsonProcessingException e) {
      errors.add("%s: %s".formatted(file, e.getOriginalMessage()));
    }
    Form form = new Form(key, source, parts);
    new ConditionCheck(form, file, errors).run();
    return form;
  }

  private List<Part> parts(Iterable<JsonNode> components, boolean inRow) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode component : components) {
      Part part = part(new ComponentNode(component, file, errors), inRow);
      if (part != null) {
        parts.add(part);
      }
    }
    return parts;
  }

  private @Nullable Part part(ComponentNode node, boolean inRow) {
    if (node.id().isEmpty()) {
      node.refuse("has no id");
    }
    return switch (node.type()) {
      case "text" -> words(node);
      case "group" -> section(node, inRow);
      case "dynamiclist" -> repeated(node, inRow);
      default -> field(node, inRow);
    };
  }

  private @Nullable Part field(ComponentNode node, boolean inRow) {
    Field field = fields.read(node);
    if (field == null) {
      return null;
    }
    if (inRow && field.kind() == FieldKind.FILE) {
      node.refuse("a file in a dynamic list is not supported");
    }
    if (!keys.add(field.key())) {
      node.refuse("the key stands in this form twice");
    }
    return field;
  }

  private Part words(ComponentNode node) {
    node.allow(Set.of("text", "conditional"));
    Template text = node.template("text", vocabulary);
    if (text == null) {
      node.refuse("has no text");
    } else if (text.source().matches("(?s).*([*_`<>|\\[\\]]|\\d\\. ).*")) {
      node.refuse("text holds more than paragraphs, lists with hyphens and headings with #");
    }
    return new Words(node.id(), text == null ? new Template("") : text, hiddenWhen(node));
  }

  private Part section(ComponentNode node, boolean inRow) {
    node.allow(Set.of("label", "components", "conditional"));
    Template label = node.template("label", vocabulary);
    return new Section(
        node.id(),
        label == null ? new Template("") : label,
        parts(node.list("components"), inRow),
        hiddenWhen(node));
  }

  private Part repeated(ComponentNode node, boolean inRow) {
    node.allow(
        Set.of(
            "label",
            "path",
            "components",
            "conditional",
            "isRepeating",
            "allowAddRemove",
            "defaultRepetitions"));
    if (inRow) {
      node.refuse("a dynamic list in a dynamic list is not supported");
    }
    String path = node.text("path");
    if (path == null || !path.matches("\\w+")) {
      node.refuse("path is '%s', needed: one name".formatted(path));
    } else if (!keys.add(path)) {
      node.refuse("the path stands in this form twice");
    }
    Template label = node.template("label", vocabulary);
    if (label == null) {
      node.refuse("has no label");
    }
    return new Repeated(
        node.id(),
        path == null ? "" : path,
        label == null ? new Template("") : label,
        parts(node.list("components"), true),
        Math.max(1, node.whole("defaultRepetitions", 1)),
        node.yes("allowAddRemove"),
        hiddenWhen(node));
  }

  static @Nullable Condition hiddenWhen(ComponentNode node) {
    ComponentNode conditional = node.inside("conditional");
    conditional.allow(Set.of("hide"));
    String hide = conditional.text("hide");
    if (hide == null || hide.isBlank()) {
      return null;
    }
    try {
      return FeelReader.read(hide);
    } catch (FeelReader.NotPermitted e) {
      node.refuse("condition '%s' is not supported: %s".formatted(hide, e.getMessage()));
      return null;
    }
  }
}

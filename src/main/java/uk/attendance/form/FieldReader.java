package uk.attendance.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the components that ask something. */
final class FieldReader {

  private static final int LINE = 1000;
  private static final int PAGE = 4000;

  private static final Set<String> ALL =
      Set.of("key", "label", "description", "conditional", "defaultValue", "validate");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,}[0-9]");

  private final Vocabulary vocabulary;

  FieldReader(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Nullable Field read(ComponentNode node) {
    FieldKind kind = kind(node);
    if (kind == null) {
      return null;
    }
    node.allow(allowed(kind));
    refuseWhatCannotBeAnswered(node);
    String key = node.text("key");
    if (key == null || !key.matches("[A-Za-z_]\\w*")) {
      node.refuse("key is '%s', needed: one name".formatted(key));
    }
    ComponentNode looks = node.inside("appearance");
    looks.allow(Set.of("prefixAdorner", "suffixAdorner"));
    Choices choices = kind.offersChoices() ? choices(node) : Choices.NONE;
    return new Field(
        node.id(),
        key == null ? "" : key,
        kind,
        label(node),
        node.template("description", vocabulary),
        constraints(node, kind),
        choices,
        looks.text("prefixAdorner"),
        looks.text("suffixAdorner"),
        given(node, choices),
        node.yes("multiple"),
        FormReader.hiddenWhen(node));
  }

  private static @Nullable FieldKind kind(ComponentNode node) {
    switch (node.type()) {
      case "textfield":
        return FieldKind.TEXT;
      case "textarea":
        return FieldKind.LONG_TEXT;
      case "number":
        return FieldKind.NUMBER;
      case "checkbox":
        return FieldKind.CHECKBOX;
      case "radio":
        return FieldKind.RADIO;
      case "select":
        return FieldKind.SELECT;
      case "checklist":
        return FieldKind.CHECKLIST;
      case "filepicker":
        return FieldKind.FILE;
      case "datetime":
        return moment(node);
      default:
        node.refuse("component '%s' is not supported".formatted(node.type()));
        return null;
    }
  }

  private static @Nullable FieldKind moment(ComponentNode node) {
    String subtype = Objects.requireNonNullElse(node.text("subtype"), "date");
    switch (subtype) {
      case "date":
        return FieldKind.DATE;
      case "time":
        return FieldKind.TIME;
      case "datetime":
        return FieldKind.DATE_AND_TIME;
      default:
        node.refuse("subtype '%s' is not supported".formatted(subtype));
        return null;
    }
  }

  private static Set<String> allowed(FieldKind kind) {
    Set<String> allowed = new HashSet<>(ALL);
    allowed.addAll(Set.of("readonly", "disabled"));
    allowed.addAll(
        switch (kind) {
          case TEXT -> Set.of("appearance");
          case NUMBER -> Set.of("appearance", "decimalDigits");
          case DATE, TIME, DATE_AND_TIME ->
              Set.of("subtype", "dateLabel", "timeLabel", "disallowPassedDates");
          case RADIO, SELECT, CHECKLIST -> Set.of("values", "valuesKey");
          case FILE -> Set.of("multiple");
          case LONG_TEXT, CHECKBOX -> Set.<String>of();
        });
    return allowed;
  }

  private static void refuseWhatCannotBeAnswered(ComponentNode node) {
    if (node.yes("readonly") || node.yes("disabled")) {
      node.refuse("a field that cannot be filled in is not supported; needed: a text");
    }
  }

  private Template label(ComponentNode node) {
    for (String property : List.of("label", "dateLabel", "timeLabel")) {
      Template label = node.template(property, vocabulary);
      if (label != null && !label.source().isBlank()) {
        return label;
      }
    }
    node.refuse("has no label");
    return new Template("");
  }

  private Constraints constraints(ComponentNode node, FieldKind kind) {
    ComponentNode rules = node.inside("validate");
    rules.allow(
        switch (kind) {
          case TEXT ->
              Set.of(
                  "required",
                  "minLength",
                  "maxLength",
                  "pattern",
                  "patternErrorMessage",
                  "validationType");
          case LONG_TEXT -> Set.of("required", "minLength", "maxLength");
          case NUMBER -> Set.of("required", "min", "max");
          default -> Set.of("required");
        });
    int longest = kind == FieldKind.LONG_TEXT ? PAGE : LINE;
    int maxLength = rules.whole("maxLength", longest);
    if (maxLength > longest) {
      rules.refuse("maxLength is %d, needed: at most %d".formatted(maxLength, longest));
    }
    return new Constraints(
        rules.yes("required"),
        rules.whole("minLength", 0),
        maxLength,
        rules.number("min"),
        rules.number("max"),
        pattern(rules),
        sentence(rules),
        node.whole("decimalDigits", 0),
        node.yes("disallowPassedDates"));
  }

  private static @Nullable Pattern pattern(ComponentNode rules) {
    String type = Objects.requireNonNullElse(rules.text("validationType"), "");
    String pattern = rules.text("pattern");
    switch (type) {
      case "email":
        return EMAIL;
      case "phone":
        return PHONE;
      case "", "custom":
        try {
          return pattern == null || pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
          rules.refuse("pattern '%s' cannot be read: %s".formatted(pattern, e.getDescription()));
          return null;
        }
      default:
        rules.refuse("validationType '%s' is not supported".formatted(type));
        return null;
    }
  }

  private static @Nullable String sentence(ComponentNode rules) {
    String own = rules.text("patternErrorMessage");
    if (own != null && !own.isBlank()) {
      return own;
    }
    return switch (Objects.requireNonNullElse(rules.text("validationType"), "")) {
      case "email" -> "Give an e-mail address such as name@example.org.";
      case "phone" -> "Give a telephone number such as 01453 123456.";
      default -> null;
    };
  }

  private Choices choices(ComponentNode node) {
    String source = node.text("valuesKey");
    List<Option> fixed = new ArrayList<>();
    for (JsonNode value : node.list("values")) {
      fixed.add(new Option(value.path("value").asText(), value.path("label").asText()));
    }
    if ((source == null) == fixed.isEmpty()) {
      node.refuse("needed: either values or a valuesKey");
    }
    if (source != null && !vocabulary.options().contains(source)) {
      node.refuse(
          "valuesKey '%s' is what no case supplies; known: %s"
              .formatted(source, vocabulary.options().stream().sorted().toList()));
    }
    if (fixed.stream().anyMatch(option -> option.value().isBlank() || option.label().isBlank())) {
      node.refuse("every one of its values needs a value and a label");
    }
    if (fixed.stream().map(Option::value).distinct().count() < fixed.size()) {
      node.refuse("one of its values stands twice");
    }
    return new Choices(fixed, source);
  }

  private static @Nullable String given(ComponentNode node, Choices choices) {
    String given = node.text("defaultValue");
    if (given == null || given.isEmpty()) {
      return null;
    }
    if (given.startsWith("=")) {
      node.refuse("defaultValue is an expression; needed: a value");
    } else if (!choices.fixed().isEmpty()
        && choices.fixed().stream().noneMatch(option -> option.value().equals(given))) {
      node.refuse("defaultValue '%s' is none of its values".formatted(given));
    }
    return given;
  }
}

package uk.attendance.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the values of a policy file, section by section. */
final class SettingReader {

  /** Sections with a form of their own; every other section holds values. */
  private static final Set<String> OWN_FORM =
      Set.of(
          "roles", "academies", "code-sets", "codes", "letters", "tables", "practices", "warnings");

  private SettingReader() {}

  static List<Setting> all(YamlNode file, PackErrors errors) {
    List<Setting> settings = new ArrayList<>();
    file.fields()
        .forEach(
            (section, values) -> {
              if (!OWN_FORM.contains(section)) {
                values
                    .fields()
                    .forEach(
                        (key, node) -> settings.addAll(values(section + "." + key, node, errors)));
              }
            });
    return settings;
  }

  private static List<Setting> values(String key, YamlNode node, PackErrors errors) {
    List<YamlNode> dated = node.isList() ? node.items() : List.of(node);
    return dated.stream()
        .filter(one -> one.field("value").isPresent())
        .flatMap(one -> errors.tried(one.place(), () -> one(key, one)).stream())
        .toList();
  }

  static Setting one(String key, YamlNode node) {
    return new Setting(
        key,
        value(node),
        new RuleId(node.get("rule").text()),
        node.yes("not-in-policy"),
        node.field("words").map(YamlNode::text).orElse(null),
        PackReader.date(node, "from"),
        PackReader.date(node, "until"),
        node.place());
  }

  /** What a value is shows in its unit and its form, so that old packs stay readable. */
  private static Value value(YamlNode node) {
    YamlNode value = node.get("value");
    String text = value.text();
    if (value.isList()) {
      return new Value.Choices(value.texts());
    }
    Optional<String> unit = node.field("unit").map(YamlNode::text);
    if (unit.isPresent()) {
      return number(node, text, unit.get());
    }
    if (text.matches("[0-9]{2}:[0-9]{2}")) {
      return new Value.TimeOfDay(LocalTime.parse(text));
    }
    if (text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return new Value.Day(LocalDate.parse(text));
    }
    return text.equals("yes") || text.equals("no")
        ? new Value.YesNo(text.equals("yes"))
        : new Value.Choice(text);
  }

  private static Value number(YamlNode node, String text, String unit) {
    if (unit.equals("percent")) {
      return new Percent(new BigDecimal(text));
    }
    int amount = Integer.parseInt(text);
    if (unit.equals("pounds")) {
      return new Value.Pounds(amount);
    }
    Unit known =
        Unit.of(unit).orElseThrow(() -> new IllegalArgumentException("'" + unit + "' is no unit"));
    if (!known.isTime()) {
      return new Value.Count(amount, known);
    }
    Optional<YamlNode> before = node.field("before");
    Moment moment =
        before
            .or(() -> node.field("after"))
            .map(one -> Moment.of(one.text()))
            .orElse(Moment.TASK_OPENED);
    return new Wait(amount, known, moment, before.isPresent());
  }
}

package uk.attendance.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rows of a decision table: ids, rule ids, words and cells. */
final class RowReader {

  private static final Pattern DESCRIPTION =
      Pattern.compile("([A-Z]{2}-[A-Z][0-9]+):\\s+(\\S.*)", Pattern.DOTALL);
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final List<DecisionTable.Input> inputs;
  private final List<DecisionTable.Output> outputs;
  private final PackErrors errors;

  RowReader(
      List<DecisionTable.Input> inputs, List<DecisionTable.Output> outputs, PackErrors errors) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.errors = errors;
  }

  List<DecisionTable.Row> rows(XmlElement table) {
    List<DecisionTable.Row> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (XmlElement rule : table.all("rule")) {
      row(rule).ifPresent(rows::add);
      if (!ids.add(rule.attribute("id"))) {
        error(rule, "row '%s' stands here twice".formatted(rule.attribute("id")));
      }
    }
    return rows;
  }

  private Optional<DecisionTable.Row> row(XmlElement rule) {
    String id = rule.attribute("id");
    Matcher description =
        DESCRIPTION.matcher(rule.first("description").map(XmlElement::ownText).orElse(""));
    boolean described = description.matches();
    if (!described) {
      error(
          rule,
          "row '%s' names no rule; needed: a description such as 'NF-R3: what it says'"
              .formatted(id));
    }
    if (!KEBAB.matcher(id).matches() || id.matches("(decisionrule|rule)-.*")) {
      error(rule, "row id '%s'; needed: a name of its own such as 'genuine-illness'".formatted(id));
    }
    List<XmlElement> entries = rule.all("inputEntry");
    List<XmlElement> answers = rule.all("outputEntry");
    if (entries.size() != inputs.size() || answers.size() != outputs.size()) {
      error(
          rule,
          "row '%s' has %d + %d cells; needed: %d + %d"
              .formatted(id, entries.size(), answers.size(), inputs.size(), outputs.size()));
      return Optional.empty();
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      DecisionTable.Input input = inputs.get(i);
      XmlElement entry = entries.get(i);
      cell(entry, input.type(), errors)
          .filter(cell -> isAllowed(cell, input.allowed(), input.label(), entry))
          .ifPresent(cells::add);
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      answer(answers.get(i), outputs.get(i)).ifPresent(values::add);
    }
    if (!described || cells.size() < inputs.size() || values.size() < outputs.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new DecisionTable.Row(
            id,
            new RuleId(description.group(1)),
            description.group(2).strip(),
            cells,
            values,
            rule.place()));
  }

  /** A cell, or an error at its place. */
  static Optional<Cell> cell(XmlElement entry, ColumnType type, PackErrors errors) {
    try {
      return Optional.of(Cell.parse(entry.words(), type));
    } catch (IllegalArgumentException e) {
      errors.add(entry.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private boolean isAllowed(Cell cell, Cell allowed, String column, XmlElement entry) {
    for (Cell.Test test : cell.tests()) {
      if (test instanceof Cell.Equal equal && !allowed.holds(equal.value())) {
        error(
            entry,
            "cell '%s' of column '%s' is none of its values: %s"
                .formatted(cell.text(), column, allowed.text()));
        return false;
      }
    }
    return true;
  }

  private Optional<Object> answer(XmlElement entry, DecisionTable.Output output) {
    Optional<Cell> cell = cell(entry, output.type(), errors);
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    List<Cell.Test> tests = cell.get().tests();
    if (tests.size() == 1) {
      if (tests.get(0) instanceof Cell.Equal equal) {
        return isAllowed(cell.get(), output.allowed(), output.label(), entry)
            ? Optional.of(equal.value())
            : Optional.empty();
      }
      if (tests.get(0) instanceof Cell.Range range
          && range.low() != null
          && range.low().equals(range.high())) {
        return Optional.of(range.low());
      }
    }
    error(entry, "answer '%s' is no single value".formatted(cell.get().text()));
    return Optional.empty();
  }

  private void error(XmlElement element, String message) {
    errors.add(element.place(), message);
  }
}

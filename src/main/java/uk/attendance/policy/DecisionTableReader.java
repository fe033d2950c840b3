package uk.attendance.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a .dmn file as the Camunda Modeler writes it, every part with its line. What an editor may
 * write and a pack may not is an error here: the engine would take it and nobody could check it.
 */
final class DecisionTableReader {

  private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]*");

  private final String file;
  private final PackErrors errors;

  private DecisionTableReader(String file, PackErrors errors) {
    this.file = file;
    this.errors = errors;
  }

  /** Empty where an error makes the rest of the table meaningless. */
  static Optional<DecisionTable> read(String pack, String name, String xml, PackErrors errors) {
    String file = PackFiles.path(pack, name);
    PackErrors found = new PackErrors();
    DecisionTableReader reader = new DecisionTableReader(file, found);
    Optional<DecisionTable> table =
        XmlElement.parse(file, xml, found).flatMap(root -> reader.table(root, pack, name, xml));
    errors.addAll(found);
    return found.isEmpty() ? table : Optional.empty();
  }

  private Optional<DecisionTable> table(XmlElement root, String pack, String name, String xml) {
    List<XmlElement> decisions =
        root.all("definitions").stream().flatMap(d -> d.all("decision").stream()).toList();
    if (decisions.size() != 1 || decisions.get(0).all("decisionTable").size() != 1) {
      errors.add(new Place(file, 1), "holds no decision table, or more than one; needed: one");
      return Optional.empty();
    }
    XmlElement decision = decisions.get(0);
    XmlElement table = decision.all("decisionTable").get(0);
    String key = name.substring(0, name.length() - ".dmn".length());
    if (!decision.attribute("id").equals(key)) {
      error(
          decision,
          "decision '%s'; needed: '%s', the name of its file"
              .formatted(decision.attribute("id"), key));
    }
    if (decision.attribute("name").isBlank()) {
      error(decision, "the decision has no name; needed: the question it answers");
    }
    String policy =
        table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy");
    Optional<DecisionTable.HitPolicy> hitPolicy =
        List.of(DecisionTable.HitPolicy.values()).stream()
            .filter(known -> known.name().equals(policy))
            .findFirst();
    if (hitPolicy.isEmpty() || !table.attribute("aggregation").isEmpty()) {
      error(
          table,
          "hit policy "
              + policy
              + " "
              + table.attribute("aggregation")
              + "; needed: UNIQUE, FIRST or COLLECT");
      return Optional.empty();
    }
    List<DecisionTable.Input> inputs =
        present(table.all("input").stream().map(this::input).toList());
    List<DecisionTable.Output> outputs =
        present(table.all("output").stream().map(this::output).toList());
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    List<DecisionTable.Row> rows = new RowReader(inputs, outputs, errors).rows(table);
    return Optional.of(
        new DecisionTable(
            key,
            decision.attribute("name"),
            pack,
            hitPolicy.get(),
            inputs,
            outputs,
            rows,
            xml,
            table.place()));
  }

  private Optional<DecisionTable.Input> input(XmlElement input) {
    List<XmlElement> expression = input.all("inputExpression");
    String fact = expression.isEmpty() ? "" : expression.get(0).words();
    Optional<ColumnType> type =
        expression.isEmpty()
            ? Optional.empty()
            : ColumnType.of(expression.get(0).attribute("typeRef"));
    if (input.attribute("label").isBlank()) {
      error(input, "an input has no label; needed: plain words with the unit");
    }
    if (!FACT.matcher(fact).matches()) {
      error(
          input,
          "input '%s' looks at '%s'; needed: one variable"
              .formatted(input.attribute("label"), fact));
    }
    if (type.isEmpty()) {
      error(
          input,
          "input '%s' has no type; needed: string, boolean, integer or double"
              .formatted(input.attribute("label")));
      return Optional.empty();
    }
    Cell allowed = allowed(input, "inputValues", type.get());
    if (type.get() == ColumnType.STRING && allowed.isAny()) {
      error(
          input,
          "input '%s' declares no allowed values; needed: all there are"
              .formatted(input.attribute("label")));
    }
    return Optional.of(
        new DecisionTable.Input(
            input.attribute("label"), fact, type.get(), allowed, input.place()));
  }

  private Optional<DecisionTable.Output> output(XmlElement output) {
    Optional<ColumnType> type = ColumnType.of(output.attribute("typeRef"));
    if (output.attribute("label").isBlank() || !FACT.matcher(output.attribute("name")).matches()) {
      error(output, "an output has no label or no name");
    }
    if (type.isEmpty()) {
      error(
          output,
          "output '%s' has no type; needed: string, boolean, integer or double"
              .formatted(output.attribute("name")));
      return Optional.empty();
    }
    Cell allowed = allowed(output, "outputValues", type.get());
    if (type.get() == ColumnType.STRING && allowed.isAny()) {
      error(
          output,
          "output '%s' declares no allowed values; needed: all there are"
              .formatted(output.attribute("name")));
    }
    return Optional.of(
        new DecisionTable.Output(
            output.attribute("label"),
            output.attribute("name"),
            type.get(),
            allowed,
            output.place()));
  }

  private Cell allowed(XmlElement column, String child, ColumnType type) {
    return column
        .first(child)
        .flatMap(values -> RowReader.cell(values, type, errors))
        .orElse(new Cell("-", List.of()));
  }

  private static <T> List<T> present(List<Optional<T>> found) {
    return found.stream().flatMap(Optional::stream).toList();
  }

  private void error(XmlElement element, String message) {
    errors.add(element.place(), message);
  }
}

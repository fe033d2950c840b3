package uk.attendance.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A decision table as people read it.
 *
 * @param key the decision's id, which is the file's name and the id of the business rule task
 * @param title the question it answers
 * @param ofPack whose folder it stands in: the pack's own or the national one
 * @param xml the file, for the engine
 */
public record DecisionTable(
    String key,
    String title,
    String ofPack,
    HitPolicy hitPolicy,
    List<Input> inputs,
    List<Output> outputs,
    List<Row> rows,
    String xml,
    Place place) {

  public DecisionTable {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  public Optional<Row> row(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).findFirst();
  }

  /** The facts that have to be given. */
  public Set<String> facts() {
    return Set.copyOf(inputs.stream().map(Input::fact).toList());
  }

  /** How many rows may match. */
  public enum HitPolicy {
    UNIQUE("Exactly one row applies."),
    FIRST("The first row that fits applies."),
    COLLECT("Every row that fits applies.");

    private final String words;

    HitPolicy(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * A column that asks.
   *
   * @param label in plain words with its unit
   * @param fact the one variable it looks at
   * @param allowed the values that can be; any, where the column declares none
   */
  public record Input(String label, String fact, ColumnType type, Cell allowed, Place place) {}

  /** A column that answers with a code. */
  public record Output(String label, String name, ColumnType type, Cell allowed, Place place) {}

  /**
   * One row: what it asks for, what it answers, and the rule it comes from.
   *
   * @param words what the rule says, for "why is this here"
   * @param answers one per output, without quotes
   */
  public record Row(
      String id, RuleId rule, String words, List<Cell> cells, List<Object> answers, Place place) {

    public Row {
      cells = List.copyOf(cells);
      answers = List.copyOf(answers);
    }
  }
}

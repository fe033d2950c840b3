package uk.attendance.policy;

import java.util.List;
import java.util.Map;

/**
 * What a table answered, and why.
 *
 * @param facts what the rows saw, by input
 */
public record Decided(
    PackVersion pack, String decision, Map<String, Object> facts, List<Matched> rows) {

  public Decided {
    facts = Map.copyOf(facts);
    rows = List.copyOf(rows);
  }

  /** The row of a UNIQUE or FIRST table. */
  public Matched row() {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "decision %s of %s matched %d rows; needed: one".formatted(decision, pack, rows.size()));
    }
    return rows.get(0);
  }

  /** A row that applied. */
  public record Matched(String id, RuleId rule, String words, Map<String, Object> answers) {

    public Matched {
      answers = Map.copyOf(answers);
    }

    public String answer(String output) {
      Object answer = answers.get(output);
      if (answer == null) {
        throw new IllegalArgumentException(
            "row %s has no answer '%s'; known: %s".formatted(id, output, answers.keySet()));
      }
      return answer.toString();
    }
  }
}

package uk.attendance.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.Decided;
import uk.attendance.policy.RuleId;

/**
 * Why the system started, asked or sent something: the row of the policy, its rule and words, and
 * what it saw. Written in the same transaction as what it explains.
 *
 * @param decision the table's key; null where a setting of the pack or a person asked for it
 * @param row the table's row; null where there is none
 * @param words the rule in the policy's words
 * @param facts what the row saw, by input, as text
 * @param days the days of the marks it used, in order
 */
public record Why(
    @Nullable String decision,
    @Nullable String row,
    RuleId rule,
    String words,
    Map<String, String> facts,
    List<LocalDate> days) {

  public Why {
    facts = Map.copyOf(facts);
    days = List.copyOf(days);
  }

  public static Why of(Decided decided, Decided.Matched row, List<LocalDate> days) {
    Map<String, String> facts = new java.util.TreeMap<>();
    decided.facts().forEach((input, fact) -> facts.put(input, String.valueOf(fact)));
    return new Why(decided.decision(), row.id(), row.rule(), row.words(), facts, days);
  }

  /** By a rule alone, without a table. */
  public static Why of(RuleId rule, String words) {
    return new Why(null, null, rule, words, Map.of(), List.of());
  }
}

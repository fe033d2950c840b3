package uk.attendance.policy;

import java.util.Map;

/** Asks a pack's decision tables. */
public interface Decisions {

  /**
   * Evaluates a table of a pack, for a case or without one.
   *
   * @param pack the pack and version the case runs under
   * @param decision the table's key, such as {@code absence-code}
   * @param facts one for each input of the table; further ones are ignored
   * @return the rows that applied, in the table's order, with the facts they saw
   * @throws Undecided where a UNIQUE or FIRST table has no row for the facts
   * @throws IllegalArgumentException where a fact is missing or is none of its allowed values
   */
  Decided decide(PackVersion pack, String decision, Map<String, ?> facts);
}

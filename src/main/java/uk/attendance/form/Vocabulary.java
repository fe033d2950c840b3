package uk.attendance.form;

import java.util.Set;

/**
 * What a form may ask its case for.
 *
 * @param values names that may stand in double braces
 * @param options names that may stand in {@code valuesKey}
 */
public record Vocabulary(Set<String> values, Set<String> options) {

  /** What every task supplies. */
  public static final Vocabulary OF_TASKS =
      new Vocabulary(
          Set.of(
              "pupil", "firstName", "year", "className", "school", "today", "startedOn", "dueOn"),
          Set.of("contacts", "staff", "codes"));

  public Vocabulary {
    values = Set.copyOf(values);
    options = Set.copyOf(options);
  }
}

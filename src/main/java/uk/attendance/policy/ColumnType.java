package uk.attendance.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a column of a decision table holds; never a date. */
public enum ColumnType {
  STRING("texts in quotes, a list of them, or -"),
  BOOLEAN("true, false or -"),
  INTEGER("whole numbers, lists, comparisons (>= 3), intervals ([1..5]) or -"),
  DOUBLE("numbers, lists, comparisons (>= 3.5), intervals ([1..5]) or -");

  private final String forms;

  ColumnType(String forms) {
    this.forms = forms;
  }

  String forms() {
    return forms;
  }

  boolean isNumber() {
    return this == INTEGER || this == DOUBLE;
  }

  static Optional<ColumnType> of(String typeRef) {
    return Arrays.stream(values())
        .filter(type -> type.name().equalsIgnoreCase(typeRef))
        .findFirst();
  }
}

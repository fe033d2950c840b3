package uk.attendance.form;

/** The questions that we can ask. */
public enum FieldKind {
  TEXT,
  LONG_TEXT,
  NUMBER,
  DATE,
  TIME,
  DATE_AND_TIME,
  CHECKBOX,
  RADIO,
  SELECT,
  CHECKLIST,
  FILE;

  /** Whether one answer is chosen from those offered. */
  public boolean isOneOfMany() {
    return this == RADIO || this == SELECT;
  }

  boolean offersChoices() {
    return isOneOfMany() || this == CHECKLIST;
  }

  /** Whether the answer is a list. */
  boolean isMany() {
    return this == CHECKLIST || this == FILE;
  }
}

package uk.attendance.school;

/** Why a session of a weekday is closed. */
public enum ClosureKind {
  HOLIDAY("holiday"),
  INSET_DAY("INSET day"),
  BANK_HOLIDAY("bank holiday"),
  UNEXPECTED_CLOSURE("unexpected closure");

  private final String words;

  ClosureKind(String words) {
    this.words = words;
  }

  /** As a person reads it within a sentence. */
  public String words() {
    return words;
  }
}

package uk.attendance.quickentry;

/** What the school has seen for a reason: a card, a letter, a text. */
public enum Evidence {
  NONE("none", "None yet"),
  SEEN("seen", "Seen"),
  DOUBTED("doubted", "Seen, in doubt");

  private final String key;
  private final String words;

  Evidence(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** As table {@code absence-code} has it. */
  public String key() {
    return key;
  }

  public String words() {
    return words;
  }
}

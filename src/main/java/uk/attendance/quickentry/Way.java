package uk.attendance.quickentry;

/** How something reached the school. */
public enum Way {
  CALL("Telephone call"),
  VOICEMAIL("Voicemail"),
  EMAIL("E-mail"),
  TEXT("Text"),
  IN_PERSON("In person"),
  /** By the link in a text or mail; nobody of the school took it down. */
  LINK("Answer by link");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package uk.attendance.school;

/** Half a school day; each has its own mark in the register. */
public enum Session {
  AM("morning"),
  PM("afternoon");

  private final String words;

  Session(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}

package uk.attendance.policy;

import java.util.Arrays;

/** The statistical class of a register code (NF-R1). */
public enum CodeClass {
  ATTENDING("A", "attending"),
  AUTHORISED_ABSENCE("AA", "authorised absence"),
  UNAUTHORISED_ABSENCE("UA", "unauthorised absence"),
  NOT_POSSIBLE("NP", "not a possible session"),
  ADMINISTRATIVE("AD", "administrative");

  private final String key;
  private final String words;

  CodeClass(String key, String words) {
    this.key = key;
    this.words = words;
  }

  public String key() {
    return key;
  }

  public String words() {
    return words;
  }

  /** Whether the session could be attended: attending or absent. */
  public boolean isPossible() {
    return this == ATTENDING || isAbsence();
  }

  public boolean isAbsence() {
    return this == AUTHORISED_ABSENCE || this == UNAUTHORISED_ABSENCE;
  }

  static CodeClass of(String key) {
    return Arrays.stream(values())
        .filter(value -> value.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no class of codes is '" + key + "'"));
  }
}

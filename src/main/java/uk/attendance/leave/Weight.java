package uk.attendance.leave;

import java.util.Locale;

/** What a finding asks of whoever decides; none decides by itself. */
public enum Weight {
  /** The law or the policy rules it out; overruled only with a reason. */
  MUST_DECLINE,
  /** The headteacher meets the parents before the decision. */
  MEET_FIRST,
  /** Evidence is asked for before the decision. */
  EVIDENCE,
  ADVISE;

  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Weight of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

package uk.attendance.policy;

import java.util.Locale;

/** A fact about a code that figures and forms need and that its class does not say. */
public enum CodeKind {
  PRESENT,
  LATE_BEFORE_CLOSE,
  LATE_AFTER_CLOSE,
  EDUCATIONAL_ACTIVITY,
  LEAVE,
  APPOINTMENT,
  RELIGIOUS,
  ILLNESS,
  HOLIDAY_NOT_GRANTED,
  UNEXPLAINED,
  CLOSURE,
  RETIRED;

  static CodeKind of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}

package uk.attendance.policy;

import java.time.LocalTime;

/**
 * The times of one session's register.
 *
 * @param opens when the register begins to be taken
 * @param lateFrom arriving after this is late
 * @param closes arriving after this is late after the register closed
 */
public record SessionTimes(
    LocalTime opens, LocalTime lateFrom, LocalTime closes, RuleId rule, boolean notInPolicy) {

  public SessionTimes {
    if (lateFrom.isBefore(opens) || !closes.isAfter(lateFrom)) {
      throw new IllegalArgumentException(
          "register opens %s, late from %s, closes %s; needed: in this order"
              .formatted(opens, lateFrom, closes));
    }
  }

  /** How an arrival counts; the minute of a limit itself is still inside it (SV-R2, SV-R3). */
  public Arrival arrivalAt(LocalTime time) {
    if (time.isAfter(closes)) {
      return Arrival.LATE_AFTER_CLOSE;
    }
    return time.isAfter(lateFrom) ? Arrival.LATE_BEFORE_CLOSE : Arrival.ON_TIME;
  }

  /** How an arrival counts against the register. */
  public enum Arrival {
    ON_TIME,
    LATE_BEFORE_CLOSE,
    LATE_AFTER_CLOSE
  }
}

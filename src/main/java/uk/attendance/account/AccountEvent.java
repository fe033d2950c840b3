package uk.attendance.account;

import java.time.Instant;

/**
 * One change of an account, as kept for good.
 *
 * @param by name of who did it, at that time
 */
public record AccountEvent(Instant at, Kind kind, String words, String by) {

  /** What kind of change it was. */
  public enum Kind {
    ADDED,
    LINK_MADE,
    PASSWORD_SET,
    DETAILS_CHANGED,
    ROLES_CHANGED,
    CLOSED,
    OPENED_AGAIN
  }
}

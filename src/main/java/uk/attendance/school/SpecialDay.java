package uk.attendance.school;

import java.time.LocalDate;

/**
 * A day on which a school differs from its terms: an INSET day, a holiday, a half day, a closure
 * for snow; or a session held on a day that would be closed. It wins over terms and bank holidays.
 *
 * @param amOpen whether the morning session is held
 * @param pmOpen whether the afternoon session is held
 * @param kind why the closed session is closed; says nothing when both are open
 */
public record SpecialDay(
    LocalDate day, boolean amOpen, boolean pmOpen, ClosureKind kind, String reason) {

  public SpecialDay {
    if (reason.isBlank()) {
      throw new IllegalArgumentException("The special day " + day + " has no reason");
    }
  }

  /** Both sessions closed. */
  public static SpecialDay closed(LocalDate day, ClosureKind kind, String reason) {
    return new SpecialDay(day, false, false, kind, reason);
  }

  public boolean isOpen(Session session) {
    return session == Session.AM ? amOpen : pmOpen;
  }
}

package uk.attendance.school;

import java.time.LocalDate;

/** A Monday to Friday that deadlines do not count, and why, in words. */
public record ClosedDay(LocalDate day, ClosureKind kind, String reason) {

  /** What stands before "not counted" on a screen: "INSET day", "closure (boiler failed)". */
  public String words() {
    return switch (kind) {
      case INSET_DAY, BANK_HOLIDAY -> kind.words();
      case HOLIDAY -> reason;
      case UNEXPECTED_CLOSURE -> "closure (" + reason + ")";
    };
  }
}

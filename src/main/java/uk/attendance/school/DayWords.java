package uk.attendance.school;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them, whatever the language of the machine. */
public final class DayWords {
  private static final DateTimeFormatter FULL = words("EEEE d MMMM uuuu");
  private static final DateTimeFormatter DAY_ONLY = words("EEEE d");
  private static final DateTimeFormatter WITHOUT_YEAR = words("EEEE d MMMM");

  private DayWords() {}

  /** "Monday 3 November 2025". */
  public static String full(LocalDate day) {
    return FULL.format(day);
  }

  /** "Monday 3 November". */
  public static String withoutYear(LocalDate day) {
    return WITHOUT_YEAR.format(day);
  }

  /** "open", "open in the morning only", "closed: INSET day", "closed: weekend", "not known". */
  public static String state(LocalDate day, SchoolCalendar calendar) {
    if (!calendar.covers(day)) {
      return "not known";
    }
    boolean am = calendar.isOpen(day, Session.AM);
    boolean pm = calendar.isOpen(day, Session.PM);
    if (am && pm) {
      return "open";
    }
    if (am || pm) {
      return am ? "open in the morning only" : "open in the afternoon only";
    }
    return calendar.closedDay(day).map(DayWords::closed).orElse("closed: weekend");
  }

  private static String closed(ClosedDay day) {
    return day.kind() == ClosureKind.UNEXPECTED_CLOSURE
        ? "closed unexpectedly: " + day.reason()
        : "closed: " + day.words();
  }

  /** "Monday 3 November 2025", or "Monday 3 to Friday 7 November 2025" in one month. */
  public static String from(LocalDate first, LocalDate last) {
    if (first.isEqual(last)) {
      return full(first);
    }
    boolean sameMonth = YearMonth.from(first).equals(YearMonth.from(last));
    return (sameMonth ? DAY_ONLY : WITHOUT_YEAR).format(first) + " to " + full(last);
  }

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }
}

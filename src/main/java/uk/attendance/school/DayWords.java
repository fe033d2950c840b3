package uk.attendance.school;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them, whatever the language of the machine. */
public final class DayWords {
  private static final DateTimeFormatter FULL = words("EEEE d MMMM uuuu");
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
    return calendar
        .closedDay(day)
        .map(closed -> "closed: " + closed.words())
        .orElse("closed: weekend");
  }

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK);
  }
}

package uk.attendance.school;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people read them. */
final class DayWords {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

  private DayWords() {}

  /** "Monday 3 November 2025". */
  static String full(LocalDate day) {
    return FULL.format(day);
  }
}

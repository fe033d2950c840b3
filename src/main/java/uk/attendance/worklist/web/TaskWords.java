package uk.attendance.worklist.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.attendance.school.SchoolCalendar;

/** Moments as the pages of a task say them. */
final class TaskWords {

  private static final DateTimeFormatter TIME = at("HH:mm");
  private static final DateTimeFormatter SHORT = at("d MMM HH:mm");
  private static final DateTimeFormatter FULL = at("EEEE d MMMM uuuu, HH:mm");

  private TaskWords() {}

  private static DateTimeFormatter at(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.UK).withZone(SchoolCalendar.ZONE);
  }

  /** "09:31" */
  static String time(Instant at) {
    return TIME.format(at);
  }

  /** "3 Nov 09:31" */
  static String briefly(Instant at) {
    return SHORT.format(at);
  }

  /** "Monday 3 November 2025, 09:31" */
  static String moment(Instant at) {
    return FULL.format(at);
  }
}

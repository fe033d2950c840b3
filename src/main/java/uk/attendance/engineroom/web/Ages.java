package uk.attendance.engineroom.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.attendance.school.SchoolCalendar;

/** Times and lengths of time, in words. */
final class Ages {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private Ages() {}

  /** "Monday 3 November 2025, 10:12". */
  static String when(Instant at) {
    return WHEN.format(LocalDateTime.ofInstant(at, SchoolCalendar.ZONE));
  }

  static String time(Instant at) {
    return TIME.format(LocalDateTime.ofInstant(at, SchoolCalendar.ZONE));
  }

  /** "less than a minute", "1 minute", "3 hours", "2 days". */
  static String of(Duration age) {
    if (age.toMinutes() < 1) {
      return "less than a minute";
    }
    if (age.toHours() < 1) {
      return several(age.toMinutes(), "minute");
    }
    return age.toDays() < 2 ? several(age.toHours(), "hour") : several(age.toDays(), "day");
  }

  static String several(long count, String word) {
    return count + " " + word + (count == 1 ? "" : "s");
  }
}

package uk.attendance.casefile.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.attendance.school.SchoolCalendar;

/** Instants and keys as people read them. */
final class Words {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private Words() {}

  /** "Monday 3 November 2025, 10:12". */
  static String when(Instant at) {
    return WHEN.format(LocalDateTime.ofInstant(at, SchoolCalendar.ZONE));
  }

  static String time(Instant at) {
    return TIME.format(LocalDateTime.ofInstant(at, SchoolCalendar.ZONE));
  }

  /** {@code what-comes-first} is "What comes first". */
  static String sentence(String key) {
    String words = ofKey(key);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** {@code telephone-parents} is "telephone parents", {@code childSeen} "child seen". */
  static String ofKey(String key) {
    return key.replace('-', ' ').replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK);
  }
}

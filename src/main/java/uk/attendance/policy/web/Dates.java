package uk.attendance.policy.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as the pages write them. */
final class Dates {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);

  private Dates() {}

  /** "19 August 2024". */
  static String words(LocalDate date) {
    return date.format(DATE);
  }

  /** "Monday 3 November 2025, 09:30". */
  static String words(Instant moment, ZoneId zone) {
    return moment.atZone(zone).format(DAY);
  }
}

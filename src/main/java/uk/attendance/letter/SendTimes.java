package uk.attendance.letter;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import uk.attendance.policy.Settings;
import uk.attendance.policy.Unit;
import uk.attendance.school.SchoolCalendar;

/**
 * When messages may go: after the recall window, and to people at home neither in quiet hours nor
 * on a day on which the school is closed, when nobody would answer them.
 *
 * @param quietFrom from this time of day; the same as {@code quietUntil}: never quiet
 */
record SendTimes(
    Duration recall, LocalTime quietFrom, LocalTime quietUntil, SchoolCalendar calendar) {

  private static final int DAYS_LOOKED_AHEAD = 400;

  static SendTimes of(Settings settings, SchoolCalendar calendar) {
    return new SendTimes(
        recall(settings),
        settings.time("messages.quiet-from"),
        settings.time("messages.quiet-until"),
        calendar);
  }

  static Duration recall(Settings settings) {
    return Duration.ofMinutes(settings.amount("messages.recall-window", Unit.MINUTES));
  }

  /** The first moment at which a message ordered now may go. */
  Instant sendAfter(Instant ordered, boolean toSomebodyAtHome) {
    Instant recalled = ordered.plus(recall);
    return toSomebodyAtHome ? notBefore(recalled) : recalled;
  }

  /** The moment itself where people may be written to then, or the next one at which they may. */
  Instant notBefore(Instant moment) {
    ZonedDateTime local = moment.atZone(SchoolCalendar.ZONE);
    if (isOpen(local.toLocalDate()) && !isQuiet(local.toLocalTime())) {
      return moment;
    }
    LocalDate day = local.toLocalDate();
    if (!isOpen(day) || !local.toLocalTime().isBefore(quietUntil)) {
      day = day.plusDays(1);
    }
    for (int tried = 0; !isOpen(day) && tried < DAYS_LOOKED_AHEAD; tried++) {
      day = day.plusDays(1);
    }
    return day.atTime(quietUntil).atZone(SchoolCalendar.ZONE).toInstant();
  }

  private boolean isQuiet(LocalTime time) {
    return quietFrom.isAfter(quietUntil)
        ? !time.isBefore(quietFrom) || time.isBefore(quietUntil)
        : !time.isBefore(quietFrom) && time.isBefore(quietUntil);
  }

  /** Mondays to Fridays where nobody has entered a calendar. */
  private boolean isOpen(LocalDate day) {
    return calendar.covers(day)
        ? calendar.isSchoolDay(day)
        : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }
}

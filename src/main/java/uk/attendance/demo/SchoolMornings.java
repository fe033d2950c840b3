package uk.attendance.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * The days on which the demonstration's clock may stand: those on which most of the schools are
 * open.
 */
final class SchoolMornings {

  private final List<MadeUpCalendar> calendars;

  SchoolMornings(World world) {
    this.calendars =
        MadeUpSchools.all().stream().map(school -> new MadeUpCalendar(world, school)).toList();
  }

  /** The day itself or the newest school day before it. */
  static LocalDate newest(LocalDate day) {
    SchoolMornings mornings = new SchoolMornings(World.on(day));
    LocalDate newest = day;
    while (!mornings.has(newest)) {
      newest = newest.minusDays(1);
    }
    return newest;
  }

  LocalDate after(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!has(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  boolean has(LocalDate day) {
    return calendars.stream().filter(calendar -> calendar.open(day)).count() * 2 > calendars.size();
  }
}

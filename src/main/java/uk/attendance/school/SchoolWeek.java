package uk.attendance.school;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A Monday to Sunday with at least one open session (NF-P1). */
public record SchoolWeek(LocalDate monday) {

  public SchoolWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("A school week begins on a Monday: found " + monday);
    }
  }

  public LocalDate sunday() {
    return monday.plusDays(6);
  }

  static LocalDate mondayOf(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}

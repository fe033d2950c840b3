package uk.attendance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A school year, named by the calendar year in which it starts; it turns on 1 August. */
record MadeUpYear(int start) {

  static MadeUpYear of(LocalDate date) {
    return new MadeUpYear(date.getMonthValue() >= 8 ? date.getYear() : date.getYear() - 1);
  }

  MadeUpYear next() {
    return new MadeUpYear(start + 1);
  }

  MadeUpYear previous() {
    return new MadeUpYear(start - 1);
  }

  /**
   * The year group of a cohort, named by the calendar year of its oldest births; 0 is Reception.
   */
  int yearGroup(int cohort) {
    return start - cohort - 5;
  }

  int cohort(int yearGroup) {
    return start - yearGroup - 5;
  }

  LocalDate inAutumn(int month, int day) {
    return LocalDate.of(start, month, day);
  }

  LocalDate inSpring(int month, int day) {
    return LocalDate.of(start + 1, month, day);
  }

  /** The spring bank holiday, in whose week every school is closed. */
  LocalDate lastMondayOfMay() {
    return inSpring(5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
  }

  LocalDate firstMondayOfMay() {
    return inSpring(5, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
  }

  LocalDate summerBankHoliday() {
    return inAutumn(8, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
  }

  /** Easter Sunday by the anonymous Gregorian computus. */
  LocalDate easter() {
    int year = start + 1;
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }
}

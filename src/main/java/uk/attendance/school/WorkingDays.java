package uk.attendance.school;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Mondays to Fridays less England's bank holidays, whatever a school's calendar says (LB-R5). */
public final class WorkingDays {
  private WorkingDays() {}

  public static boolean isWorkingDay(LocalDate day) {
    return isWeekday(day) && BankHolidays.nameOf(day).isEmpty();
  }

  /** The n-th working day after the day, which itself is not counted; the day itself for 0. */
  public static LocalDate add(LocalDate day, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("Working days are counted from 0: found " + n);
    }
    LocalDate result = day;
    for (int left = n; left > 0; ) {
      result = result.plusDays(1);
      if (isWorkingDay(result)) {
        left--;
      }
    }
    return result;
  }

  /** Working days after the first day up to and with the second: what {@link #add} added. */
  public static int between(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "Counting needs a first day not after the last: found %s and %s".formatted(from, to));
    }
    return (int)
        from.plusDays(1).datesUntil(to.plusDays(1)).filter(WorkingDays::isWorkingDay).count();
  }

  static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  static LocalDate nextWeekday(LocalDate day) {
    LocalDate next = day.plusDays(1);
    while (!isWeekday(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  static LocalDate previousWeekday(LocalDate day) {
    LocalDate previous = day.minusDays(1);
    while (!isWeekday(previous)) {
      previous = previous.minusDays(1);
    }
    return previous;
  }
}

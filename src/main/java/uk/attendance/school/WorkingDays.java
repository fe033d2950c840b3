package uk.attendance.school;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Mondays to Fridays less England's bank holidays, whatever a school's calendar says (LB-R5). */
final class WorkingDays {
  private WorkingDays() {}

  static boolean isWorkingDay(LocalDate day) {
    return isWeekday(day) && BankHolidays.nameOf(day).isEmpty();
  }

  static LocalDate add(LocalDate day, int n) {
    LocalDate result = day;
    for (int left = n; left > 0; ) {
      result = result.plusDays(1);
      if (isWorkingDay(result)) {
        left--;
      }
    }
    return result;
  }

  static int between(LocalDate from, LocalDate to) {
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
}

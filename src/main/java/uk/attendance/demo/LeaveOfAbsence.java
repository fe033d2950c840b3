package uk.attendance.demo;

import java.util.List;

/**
 * Leave of whole families: holidays beside the school's own (G, mostly never asked for or refused)
 * and a day or two for a wedding or a funeral (C).
 */
final class LeaveOfAbsence implements Cause {

  private static final double HOLIDAY_IN_TERM = 0.15;
  private static final double EXCEPTIONAL = 0.09;

  @Override
  public void happenTo(PupilYear year) {
    Chance holiday = year.family("holiday");
    if (holiday.of("taken").in(HOLIDAY_IN_TERM)) {
      List<Integer> firsts = year.days().afterHolidays();
      int after = holiday.of("when").oneOf(firsts);
      int length = holiday.of("length").weighted(0, 0, 2, 3, 2, 4, 1, 1);
      boolean before = holiday.of("before").in(0.6);
      int first = before ? after - length : after;
      boolean asked = holiday.of("asked").in(0.5);
      take(year, first, length, asked ? Entry.planned("G") : Entry.unexplained("G", 5));
    }
    Chance exceptional = year.family("exceptional leave");
    if (exceptional.of("granted").in(EXCEPTIONAL)) {
      int first = exceptional.of("when").below(year.days().size() - 2);
      take(year, first, exceptional.of("length").between(1, 2), Entry.planned("C"));
    }
  }

  private static void take(PupilYear year, int first, int length, Entry leave) {
    for (int day = first; day < first + length; day++) {
      if (year.days().sameHalfTerm(first, day)) {
        year.put(day, leave);
      }
    }
  }
}

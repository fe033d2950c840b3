package uk.attendance.leave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.WorkingDays;

/**
 * The days of a request against the school's calendar. Past the end of what the calendar knows,
 * working days are counted until somebody enters the next year.
 *
 * @param open school days among them
 * @param closed Mondays to Fridays among them on which the school is closed
 * @param known whether the calendar knows all of them
 */
public record DaysAsked(List<LocalDate> open, List<ClosedDay> closed, boolean known) {

  public DaysAsked {
    open = List.copyOf(open);
    closed = List.copyOf(closed);
  }

  static DaysAsked of(SchoolCalendar calendar, LocalDate from, LocalDate to) {
    List<LocalDate> open = new ArrayList<>();
    List<ClosedDay> closed = new ArrayList<>();
    boolean known = true;
    for (LocalDate day : from.datesUntil(to.plusDays(1)).toList()) {
      if (calendar.covers(day)) {
        if (calendar.isSchoolDay(day)) {
          open.add(day);
        }
        calendar.closedDay(day).ifPresent(closed::add);
      } else {
        known = false;
        if (WorkingDays.isWorkingDay(day)) {
          open.add(day);
        }
      }
    }
    return new DaysAsked(open, closed, known);
  }
}

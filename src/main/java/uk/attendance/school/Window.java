package uk.attendance.school;

import java.time.LocalDate;

/**
 * Whole school weeks in a row, closed weeks between them not counted (NF-P1).
 *
 * @param first a Monday
 * @param last the Sunday of the last school week
 * @param schoolWeeks how many school weeks it holds: fewer than asked for only where the calendar
 *     begins later
 */
public record Window(LocalDate first, LocalDate last, int schoolWeeks) {

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}

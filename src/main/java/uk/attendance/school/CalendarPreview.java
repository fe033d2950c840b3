package uk.attendance.school;

import java.util.List;

/**
 * What an edit would do, before anybody says yes.
 *
 * @param version the calendar's version that the preview was made from
 * @param moved open deadlines that would move
 */
public record CalendarPreview(
    long version, SchoolCalendar before, SchoolCalendar after, List<MovedDeadline> moved) {

  public boolean changesNothing() {
    return before.plan().equals(after.plan());
  }
}

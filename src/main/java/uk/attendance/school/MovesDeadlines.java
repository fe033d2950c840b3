package uk.attendance.school;

import java.util.List;

/** A feature with open deadlines says which of them another calendar would move. */
public interface MovesDeadlines {

  List<MovedDeadline> movedBy(SchoolCalendar before, SchoolCalendar after);
}

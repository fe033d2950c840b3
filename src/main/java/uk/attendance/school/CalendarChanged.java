package uk.attendance.school;

/**
 * A school's calendar was changed. Published within the transaction of the change, so that
 * deadlines move together with it or not at all.
 */
public record CalendarChanged(SchoolId school, SchoolCalendar before, SchoolCalendar after) {}

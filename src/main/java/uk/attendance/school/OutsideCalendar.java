package uk.attendance.school;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar was asked about a day it does not know. The way out is to import the terms of the
 * school year in question.
 */
public class OutsideCalendar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SchoolId school;
  private final LocalDate day;

  OutsideCalendar(
      SchoolId school,
      String attempted,
      LocalDate day,
      @Nullable LocalDate first,
      @Nullable LocalDate last) {
    super(
        "Could not %s %s in the calendar of school %s: %s; import the terms of that school year"
            .formatted(
                attempted,
                day,
                school,
                first == null ? "it has no terms yet" : "it covers " + first + " to " + last));
    this.school = school;
    this.day = day;
  }

  public SchoolId school() {
    return school;
  }

  /** The day that was asked about, or from which counting ran off the calendar. */
  public LocalDate day() {
    return day;
  }
}

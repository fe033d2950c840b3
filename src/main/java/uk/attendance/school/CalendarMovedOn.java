package uk.attendance.school;

/** Somebody else changed the calendar between the preview and the yes: look again. */
public class CalendarMovedOn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CalendarMovedOn(SchoolId school, long previewed, long found) {
    super(
        "Could not change the calendar of school %s: the preview was of version %d, found %d"
            .formatted(school, previewed, found));
  }
}

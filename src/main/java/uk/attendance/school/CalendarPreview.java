package uk.attendance.school;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an edit would do, before anybody says yes.
 *
 * @param version the calendar's version that the preview was made from
 * @param moved open deadlines that would move
 */
public record CalendarPreview(
    long version, SchoolCalendar before, SchoolCalendar after, List<MovedDeadline> moved) {

  /** A day that differs, in words: "open", "closed: INSET day". */
  public record ChangedDay(LocalDate day, String before, String after) {}

  public boolean changesNothing() {
    return before.plan().equals(after.plan());
  }

  /** Every day whose sessions differ or that is closed for another reason, in order. */
  public List<ChangedDay> changedDays() {
    return Stream.of(before, after)
        .flatMap(SchoolCalendar::knownDays)
        .distinct()
        .sorted()
        .map(day -> new ChangedDay(day, state(day, before), state(day, after)))
        .filter(day -> !day.before.equals(day.after))
        .toList();
  }

  private static String state(LocalDate day, SchoolCalendar calendar) {
    if (!calendar.covers(day)) {
      return "not known";
    }
    boolean am = calendar.isOpen(day, Session.AM);
    boolean pm = calendar.isOpen(day, Session.PM);
    if (am && pm) {
      return "open";
    }
    return am
        ? "open in the morning only"
        : pm
            ? "open in the afternoon only"
            : calendar.closedDay(day).map(closed -> "closed: " + closed.words()).orElse("weekend");
  }
}

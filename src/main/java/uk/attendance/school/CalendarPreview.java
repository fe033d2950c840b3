package uk.attendance.school;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an edit would do, before anybody says yes.
 *
 * @param version the calendar's version that the preview was made from
 * @param keepsDeadlines whether any feature keeps deadlines yet
 * @param moved open deadlines that would move
 */
public record CalendarPreview(
    long version,
    SchoolCalendar before,
    SchoolCalendar after,
    boolean keepsDeadlines,
    List<MovedDeadline> moved) {

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
        .map(day -> new ChangedDay(day, DayWords.state(day, before), DayWords.state(day, after)))
        .filter(day -> !day.before.equals(day.after))
        .toList();
  }
}

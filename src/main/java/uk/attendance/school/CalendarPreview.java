package uk.attendance.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What an edit would do, before anybody says yes.
 *
 * @param version the calendar's version that the preview was made from
 * @param moved open deadlines that would move
 */
public record CalendarPreview(
    long version, SchoolCalendar before, SchoolCalendar after, List<MovedDeadline> moved) {

  /**
   * Days in a row that differ in the same way, weekends between them left out.
   *
   * @param before in words, such as "open"
   * @param after in words, such as "closed: INSET day"
   */
  public record ChangedDays(LocalDate first, LocalDate last, String before, String after) {

    private boolean goesOnWith(ChangedDays next) {
      return before.equals(next.before)
          && after.equals(next.after)
          && !WorkingDays.nextWeekday(last).isBefore(next.first);
    }
  }

  public boolean changesNothing() {
    return before.plan().equals(after.plan());
  }

  public boolean changesTerms() {
    return !before.plan().periods().equals(after.plan().periods());
  }

  /** The days known before that will be open or closed otherwise, or for another reason. */
  public List<ChangedDays> changedDays() {
    List<ChangedDays> changed = new ArrayList<>();
    before
        .knownDays()
        .map(this::compare)
        .filter(days -> !days.before.equals(days.after))
        .forEach(
            days -> {
              int last = changed.size() - 1;
              if (last >= 0 && changed.get(last).goesOnWith(days)) {
                LocalDate first = changed.remove(last).first;
                changed.add(new ChangedDays(first, days.last, days.before, days.after));
              } else {
                changed.add(days);
              }
            });
    return changed;
  }

  private ChangedDays compare(LocalDate day) {
    return new ChangedDays(day, day, DayWords.state(day, before), DayWords.state(day, after));
  }
}

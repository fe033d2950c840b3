package uk.attendance.school;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes a school's calendar: first shows what would move, then does it. */
@Component
public class ChangingCalendar {
  private final Calendars calendars;
  private final List<MovesDeadlines> deadlines;
  private final ApplicationEventPublisher events;
  private final TransactionOperations transaction;
  private final Clock clock;

  public ChangingCalendar(
      Calendars calendars,
      List<MovesDeadlines> deadlines,
      ApplicationEventPublisher events,
      TransactionOperations transaction,
      Clock clock) {
    this.calendars = calendars;
    this.deadlines = deadlines;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * @throws ContradictoryCalendar when the calendar would contradict itself
   */
  public CalendarPreview preview(SchoolId school, CalendarEdit edit) {
    long version = calendars.versionOf(school);
    SchoolCalendar before = calendars.of(school);
    SchoolCalendar after = before.with(edit);
    List<MovedDeadline> moved =
        deadlines.stream().flatMap(d -> d.movedBy(before, after).stream()).toList();
    return new CalendarPreview(version, before, after, moved);
  }

  /**
   * Does what was previewed, if nobody changed the calendar since. An edit that changes nothing
   * leaves no trace.
   *
   * @param by name and position, as kept with the change
   * @throws CalendarMovedOn when somebody changed it
   */
  public void change(SchoolId school, CalendarEdit edit, long previewedVersion, String by) {
    transaction.executeWithoutResult(
        status -> {
          long found = calendars.lockedVersionOf(school);
          if (found != previewedVersion) {
            throw new CalendarMovedOn(school, previewedVersion, found);
          }
          SchoolCalendar before = calendars.of(school);
          SchoolCalendar after = before.with(edit);
          if (!after.plan().equals(before.plan())) {
            calendars.replace(after, edit, by, clock.instant());
            events.publishEvent(new CalendarChanged(school, before, after));
          }
        });
  }

  /** Gives a school that is being set up its whole calendar at once. */
  public void setUp(SchoolId school, CalendarPlan plan, String by) {
    if (plan.periods().isEmpty()) {
      throw new IllegalArgumentException(
          "Could not set up the calendar of school " + school + ": it needs at least one term");
    }
    CalendarEdit edit =
        new CalendarEdit(
            "Calendar set up",
            plan.periods().get(0).first(),
            plan.periods().get(plan.periods().size() - 1).last(),
            old -> plan);
    change(school, edit, calendars.versionOf(school), by);
  }
}

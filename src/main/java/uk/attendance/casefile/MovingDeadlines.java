package uk.attendance.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.school.CalendarChanged;
import uk.attendance.school.MovedDeadline;
import uk.attendance.school.MovesDeadlines;
import uk.attendance.school.SchoolCalendar;

/** Open deadlines move with the school's calendar: first shown, then done in its transaction. */
@Component
class MovingDeadlines implements MovesDeadlines {

  private final DeadlineTable table;
  private final Deadlines deadlines;
  private final RunningCases running;
  private final Clock clock;

  MovingDeadlines(DeadlineTable table, Deadlines deadlines, RunningCases running, Clock clock) {
    this.table = table;
    this.deadlines = deadlines;
    this.running = running;
    this.clock = clock;
  }

  private record Moved(CaseDeadline deadline, DueDate due) {}

  @Override
  public List<MovedDeadline> movedBy(SchoolCalendar before, SchoolCalendar after) {
    Map<MovedDeadline, Integer> counts = new LinkedHashMap<>();
    for (Moved moved : moved(after)) {
      counts.merge(
          new MovedDeadline(moved.deadline.what(), 1, moved.deadline.on(), moved.due.on()),
          1,
          Integer::sum);
    }
    List<MovedDeadline> grouped = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            grouped.add(new MovedDeadline(kind.what(), count, kind.before(), kind.after())));
    return grouped;
  }

  @EventListener
  void follow(CalendarChanged changed) {
    List<Moved> moved = moved(changed.after());
    if (!moved.isEmpty()) {
      running.together(
          () ->
              moved.forEach(
                  one ->
                      deadlines.move(
                          one.deadline,
                          one.due,
                          "the school's calendar was changed",
                          Actor.PROGRAM)));
    }
  }

  /** A day that opens again makes nobody late: nothing moves to before today. */
  private List<Moved> moved(SchoolCalendar after) {
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    List<Moved> moved = new ArrayList<>();
    for (CaseDeadline deadline : table.open(after.school())) {
      deadline
          .in(after)
          .filter(due -> !due.on().equals(deadline.on()))
          .filter(due -> !due.on().isBefore(today) || deadline.on().isBefore(today))
          .ifPresent(due -> moved.add(new Moved(deadline, due)));
    }
    return moved;
  }
}

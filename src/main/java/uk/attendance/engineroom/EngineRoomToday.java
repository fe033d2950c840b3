package uk.attendance.engineroom;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.worklist.TodayLine;

/** Tells administrators when something in the engine room needs them. */
@Component
@Order(90)
class EngineRoomToday implements TodayLine {

  private final Queues queues;
  private final KeptChecks checks;
  private final EngineRoomSettings settings;
  private final Clock clock;

  EngineRoomToday(Queues queues, KeptChecks checks, EngineRoomSettings settings, Clock clock) {
    this.queues = queues;
    this.checks = checks;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    if (!scope.has(school.id(), Role.ADMIN)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    add(
        lines,
        queues.jobsGivenUp(scope.schoolsWith(Role.ADMIN)),
        "step failed",
        "steps failed",
        "failed");
    Queue due = queues.jobsDue();
    if (due.age(clock.instant()).compareTo(settings.lateAfter()) > 0) {
      add(lines, due, "step is late", "steps are late", "waiting");
    }
    add(
        lines,
        queues.setAside(
            scope.schoolsWith(Role.ADMIN).stream()
                // whoever sees the pupils has a line with their list
                .filter(administered -> !scope.seesWholeSchool(administered))
                .toList()),
        "pupil could not be looked at when the register closed",
        "pupils could not be looked at when the register closed",
        "set-aside");
    checks
        .last()
        .map(CheckResult::broken)
        .filter(broken -> !broken.isEmpty())
        .ifPresent(
            broken ->
                add(
                    lines,
                    new Queue(broken.size(), null),
                    "thing in the stored data does not add up",
                    "things in the stored data do not add up",
                    "check"));
    return lines;
  }

  private static void add(
      List<Line> lines, Queue queue, String one, String several, String section) {
    if (!queue.isEmpty()) {
      lines.add(Line.of(queue.count(), Queue.CAP, one, several, "/engine-room#" + section, true));
    }
  }
}

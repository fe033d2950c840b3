package uk.attendance.leave;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.RuleId;
import uk.attendance.school.DayWords;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;

/** A decision or a hearing is overdue: the manager is asked to see that it is done (NF-D2). */
@Component
public class TellingManager {

  static final String PROCESS = "overdue-step";
  private static final String TASK = "chase-overdue-step";
  private static final String DONE = "step-done";
  private static final List<String> WATCHED =
      List.of(Leave.DECIDE, Leave.ARRANGE_HEARING, Leave.HEAR);

  private final OpenTasks tasks;
  private final CaseFiles cases;
  private final RunningCases running;
  private final Deadlines deadlines;
  private final Clock clock;

  TellingManager(
      OpenTasks tasks, CaseFiles cases, RunningCases running, Deadlines deadlines, Clock clock) {
    this.tasks = tasks;
    this.cases = cases;
    this.running = running;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** About whichever of the watched tasks is late. */
  public void tell(CaseFile file) {
    for (OpenTask task : tasks.of(file.id())) {
      if (WATCHED.contains(task.task()) && !clock.instant().isBefore(task.dueAt())) {
        running.openAfterwards(opening(file, task), Actor.PROGRAM);
      }
    }
  }

  /** The step was done: nobody need ask for it any more. */
  void done(CaseFile file, String task) {
    cases
        .openOf(PROCESS, cause(file, task), file.pupil())
        .ifPresent(open -> running.tellAfterwards(open.id(), DONE, Map.of(), Actor.PROGRAM));
  }

  private Opening opening(CaseFile file, OpenTask task) {
    Why asked = task.why();
    Why why =
        Why.of(
            asked == null ? new RuleId("NF-D2") : asked.rule(),
            "%s was due on %s and is not done"
                .formatted(sentence(task.task()), DayWords.full(task.dueOn())));
    return new Opening(
        PROCESS,
        cause(file, task.task()),
        file.school(),
        file.pupil(),
        file.pack(),
        task.dueOn(),
        Map.of(
            "chaseOverdueStepDue",
            Date.from(deadlines.due(file.school(), file.pack(), TASK, null).at()),
            "chaseOverdueStepWhy",
            WhyJson.write(why)),
        why);
  }

  private static String cause(CaseFile file, String task) {
    return task + "/" + file.id();
  }

  private static String sentence(String task) {
    String words = task.replace('-', ' ');
    return "“" + Character.toUpperCase(words.charAt(0)) + words.substring(1) + "”";
  }
}

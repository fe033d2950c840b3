package uk.attendance.worklist;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.TaskId;
import uk.attendance.worklist.TaskChange.After;
import uk.attendance.worklist.TaskChange.Claim;
import uk.attendance.worklist.TaskChange.Result;
import uk.attendance.worklist.TaskChange.Seen;
import uk.attendance.worklist.TaskChange.Situation;

/**
 * Claims, hands back, gives, postpones: each task in a transaction of its own, so that one that
 * cannot be changed does not keep the others. List and engine change together or not at all.
 */
@Component
public class ChangingTasks {

  private final JdbcClient jdbc;
  private final Retrying retrying;
  private final Worklist worklist;
  private final TaskAssignment engine;
  private final Colleagues colleagues;

  ChangingTasks(
      JdbcClient jdbc,
      Retrying retrying,
      Worklist worklist,
      TaskAssignment engine,
      Colleagues colleagues) {
    this.jdbc = jdbc;
    this.retrying = retrying;
    this.worklist = worklist;
    this.engine = engine;
    this.colleagues = colleagues;
  }

  /** One result for each task, in the order asked. */
  public List<Result> change(List<Seen> tasks, TaskChange change, SignedIn by, Scope scope) {
    return tasks.stream().map(seen -> one(seen, change, by, scope)).toList();
  }

  private Result one(Seen seen, TaskChange change, SignedIn by, Scope scope) {
    Optional<ListedTask> found = worklist.find(seen.task(), scope);
    if (found.isEmpty()) {
      return gone(seen.task(), scope);
    }
    ListedTask task = found.get();
    if (task.pupil() == null) {
      return not(task, Hold.SENTENCE);
    }
    if (task.revision() != seen.revision()) {
      return changedMeanwhile(task);
    }
    Situation situation =
        new Situation(
            task,
            by.id(),
            TaskRights.does(scope, task.school(), task.role()),
            TaskRights.handsOut(scope, task.school(), task.role()),
            worklist.today(),
            colleagues);
    Optional<String> refused = change.refused(situation);
    if (refused.isPresent()) {
      boolean yesWouldDo =
          change instanceof Claim && situation.does() && situation.colleagueHasIt();
      return new Result(task.id(), task.revision(), task.words(), false, refused.get(), yesWouldDo);
    }
    After after = change.after(situation);
    try {
      return write(task, after, Actor.of(by))
          ? new Result(task.id(), task.revision() + 1, task.words(), true, after.words(), false)
          : worklist
              .find(task.id(), scope)
              .map(ChangingTasks::changedMeanwhile)
              .orElseGet(() -> gone(task.id(), scope));
    } catch (TaskAssignment.TaskGone gone) {
      return gone(task.id(), scope);
    }
  }

  /** False when somebody else was quicker. */
  private boolean write(ListedTask task, After after, Actor by) {
    return retrying.inOneTransaction(
        () -> {
          boolean written = writeRow(task, after);
          if (written) {
            engine.changed(task, after.assignee(), after.record(), by);
          }
          return written;
        });
  }

  private boolean writeRow(ListedTask task, After after) {
    return jdbc.sql(
                """
                update worklist set assignee = :assignee, postponed_until = :until,
                  postponed_because = :because, revision = revision + 1
                where task_id = :id and revision = :revision
                """)
            .param(
                "assignee",
                after.assignee() == null ? null : after.assignee().value(),
                Types.BIGINT)
            .param(
                "until", after.postponed() == null ? null : after.postponed().until(), Types.DATE)
            .param(
                "because",
                after.postponed() == null ? null : after.postponed().because(),
                Types.VARCHAR)
            .param("id", task.id().value())
            .param("revision", task.revision())
            .update()
        == 1;
  }

  private static Result changedMeanwhile(ListedTask task) {
    ListedTask.Holder holder = task.holder();
    return not(
        task,
        "Somebody changed it since you saw it: "
            + (holder == null ? "nobody has it now." : holder.name() + " has it now."));
  }

  private Result gone(TaskId id, Scope scope) {
    return new Result(
        id,
        0,
        "A task that is no longer open",
        false,
        colleagues
            .answered(id, scope)
            .orElse("It was taken away meanwhile: what it was about is settled."),
        false);
  }

  private static Result not(ListedTask task, String why) {
    return new Result(task.id(), task.revision(), task.words(), false, why, false);
  }
}

package uk.attendance.worklist;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolCalendar;

/**
 * One call answers for one child or several; each child's task is submitted by itself and has its
 * own record, so that one that a colleague was quicker with keeps none of the others.
 */
@Component
public class AnsweringCalls {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(SchoolCalendar.ZONE);

  private final SubmittingTasks submitting;
  private final OpenTasks open;
  private final Submissions submissions;
  private final Pupils pupils;
  private final Holds holds;

  AnsweringCalls(
      SubmittingTasks submitting,
      OpenTasks open,
      Submissions submissions,
      Pupils pupils,
      Holds holds) {
    this.submitting = submitting;
    this.open = open;
    this.submissions = submissions;
    this.pupils = pupils;
    this.holds = holds;
  }

  /**
   * What came of one child's answer.
   *
   * @param child its name; "A call" where it is no longer in sight
   * @param refused why not, as a sentence; null where it was kept
   * @param errors what is wrong, by field; empty unless the answers cannot stand
   */
  public record Result(
      TaskId task, String child, @Nullable String refused, Map<String, String> errors) {

    public Result {
      errors = Map.copyOf(errors);
    }

    public boolean kept() {
      return refused == null && errors.isEmpty();
    }
  }

  /**
   * One result for each task, in the order given.
   *
   * @throws NotInSight when none of them is the person's business
   */
  public List<Result> answer(
      List<TaskId> tasks, Map<String, Object> answers, Actor by, Scope scope) {
    List<Result> results = new ArrayList<>();
    List<NotInSight> strange = new ArrayList<>();
    for (TaskId task : tasks) {
      try {
        results.add(one(task, answers, by, scope));
      } catch (NotInSight notOurs) {
        strange.add(notOurs);
        results.add(new Result(task, "A call", "It is not among your tasks any more.", Map.of()));
      }
    }
    if (!strange.isEmpty() && strange.size() == tasks.size()) {
      throw strange.get(0);
    }
    return results;
  }

  private Result one(TaskId task, Map<String, Object> answers, Actor by, Scope scope) {
    String child = child(task, scope);
    try {
      submitting.submit(task, answers, by, scope);
      return new Result(task, child, null, Map.of());
    } catch (AnswersRefused refused) {
      return new Result(task, child, null, refused.errors());
    } catch (AlreadySubmitted late) {
      return new Result(task, child, late(task, late.name(), late.at(), scope), Map.of());
    } catch (TaskWithdrawn withdrawn) {
      return new Result(
          task,
          child(withdrawn.asked(), scope),
          "The absence was explained meanwhile; no call is needed.",
          Map.of());
    } catch (TaskOnHold held) {
      return new Result(task, "A call", Hold.SENTENCE, Map.of());
    }
  }

  /**
   * Takes answers back.
   *
   * @throws NotInSight when one of them is none of the person's business
   */
  public List<Result> undo(List<TaskId> tasks, Actor by, Scope scope) {
    return tasks.stream()
        .map(
            task -> {
              String child = child(task, scope);
              try {
                submitting.undo(task, by, scope);
                return new Result(task, child, null, Map.of());
              } catch (UndoRefused refused) {
                return new Result(task, child, refused.sentence(), Map.of());
              } catch (TaskOnHold held) {
                return new Result(task, "A call", Hold.SENTENCE, Map.of());
              }
            })
        .toList();
  }

  private String late(TaskId task, String name, Instant at, Scope scope) {
    return "%s was first, at %s%s."
        .formatted(
            name,
            TIME.format(at),
            submissions
                .find(task, scope)
                .flatMap(first -> CallOutcome.of(first.outcome()))
                .map(outcome -> ": " + outcome.afterwards())
                .orElse(""));
  }

  /** Of a call that was taken away; whom a hold is about is not told. */
  private String child(CaseFile asked, Scope scope) {
    return holds.hides(asked.school(), asked.pupil(), scope)
        ? "A call"
        : pupils.byId(asked.pupil(), scope).map(Pupil::name).orElse("A call");
  }

  private String child(TaskId task, Scope scope) {
    return open.find(task, scope)
        .filter(found -> !found.onHold())
        .map(OpenTask::pupil)
        .or(() -> submissions.find(task, scope).map(Submission::pupil))
        .flatMap(pupil -> pupils.byId(pupil, scope))
        .map(Pupil::name)
        .orElse("A call");
  }
}

package uk.attendance.worklist;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Entered;
import uk.attendance.form.Filled;
import uk.attendance.form.FillingIn;
import uk.attendance.form.Form;
import uk.attendance.form.Forms;
import uk.attendance.worklist.AnswersTask.Answered;

/**
 * Does a task: what was entered is checked by the task's form, kept exactly, turned into facts by
 * the feature whose task it is, and told to the case; all in one transaction, and once.
 */
@Component
public class SubmittingTasks {

  private final ToAnswer tasks;
  private final CaseFiles cases;
  private final Forms forms;
  private final TaskSupplies supplies;
  private final Submissions submissions;
  private final Drafts drafts;
  private final TaskAnswers features;
  private final UndoingAnswers undoing;
  private final RunningCases running;
  private final Retrying retrying;

  SubmittingTasks(
      ToAnswer tasks,
      CaseFiles cases,
      Forms forms,
      TaskSupplies supplies,
      Submissions submissions,
      Drafts drafts,
      TaskAnswers features,
      UndoingAnswers undoing,
      RunningCases running,
      Retrying retrying) {
    this.tasks = tasks;
    this.cases = cases;
    this.forms = forms;
    this.supplies = supplies;
    this.submissions = submissions;
    this.drafts = drafts;
    this.features = features;
    this.undoing = undoing;
    this.running = running;
    this.retrying = retrying;
  }

  /**
   * Does a task with answers by field key: texts, booleans, numbers, dates, lists.
   *
   * @throws AnswersRefused naming each field that cannot stand, unknown ones too
   * @throws AlreadySubmitted when somebody was first
   * @throws TaskWithdrawn when it was taken away meanwhile
   * @throws TaskOnHold while the safeguarding lead holds the pupil
   * @throws NotAllowed when the task is for another role
   * @throws NotInSight when there is no such task within the scope
   */
  public Submitted submit(TaskId id, Map<String, ?> answers, Actor by, Scope scope) {
    return retrying.inOneTransaction(
        () -> submit(id, form -> entered(id, form, answers), by, scope));
  }

  /** Does a task with what stands in the boxes of its page; refuses as the other does. */
  public Submitted submit(TaskId id, Entered entered, Actor by, Scope scope) {
    return retrying.inOneTransaction(() -> submit(id, form -> entered, by, scope));
  }

  /** Takes an answer back: see {@link UndoingAnswers#undo}. */
  public void undo(TaskId id, Actor by, Scope scope) {
    undoing.undo(id, by, scope);
  }

  private static Entered entered(TaskId id, Form form, Map<String, ?> answers) {
    Map<String, String> unknown = new TreeMap<>();
    answers.keySet().stream()
        .filter(key -> !form.asks(key))
        .forEach(key -> unknown.put(key, "The form has no field of this name."));
    if (!unknown.isEmpty()) {
      throw new AnswersRefused(id, unknown);
    }
    return Entered.ofAnswers(form, answers);
  }

  private Submitted submit(TaskId id, Function<Form, Entered> entered, Actor by, Scope scope) {
    OpenTask task = tasks.lock(id, by, scope);
    Form form = forms.get(task.task());
    Filled filled =
        FillingIn.fill(form, entered.apply(form), supplies.of(task, form, by.id(), scope));
    if (!filled.isInOrder()) {
      throw new AnswersRefused(id, filled.errors());
    }
    CaseFile file = cases.get(task.caseId());
    Submission submission = submissions.insert(task, form, filled, by);
    Answered answered = new Answered(id, task.task(), file, filled.answers(), by);
    running.complete(id, facts(answered), by);
    if (by.id() != null) {
      drafts.drop(id, by.id());
    }
    return new Submitted(
        id,
        task.task(),
        file,
        answered.outcome(),
        undoing.openUntil(submission, scope).orElse(null));
  }

  private Map<String, Object> facts(Answered answered) {
    try {
      return features.facts(answered);
    } catch (AnswerRefused refused) {
      throw new AnswersRefused(answered.id(), Map.of(refused.field(), refused.sentence()));
    }
  }
}

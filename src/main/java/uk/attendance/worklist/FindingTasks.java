package uk.attendance.worklist;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseDeadline;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Form;
import uk.attendance.form.Forms;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;

/** Finds a task for a person who looks at it: open, done, taken away or on hold. */
@Component
public class FindingTasks {

  private final OpenTasks open;
  private final Submissions submissions;
  private final Drafts drafts;
  private final CaseFiles cases;
  private final Pupils pupils;
  private final Forms forms;
  private final TaskSupplies supplies;
  private final Deadlines deadlines;
  private final UndoingAnswers undoing;

  FindingTasks(
      OpenTasks open,
      Submissions submissions,
      Drafts drafts,
      CaseFiles cases,
      Pupils pupils,
      Forms forms,
      TaskSupplies supplies,
      Deadlines deadlines,
      UndoingAnswers undoing) {
    this.open = open;
    this.submissions = submissions;
    this.drafts = drafts;
    this.cases = cases;
    this.pupils = pupils;
    this.forms = forms;
    this.supplies = supplies;
    this.deadlines = deadlines;
    this.undoing = undoing;
  }

  /**
   * @throws NotInSight when there never was such a task, or it is none of the person's business
   */
  public TaskInSight find(TaskId id, SignedIn person, Scope scope) {
    Optional<OpenTask> found = open.find(id, scope);
    if (found.isPresent()) {
      return found
          .filter(task -> TaskRights.sees(scope, task.school(), Role.of(task.role())))
          .map(task -> open(task, person, scope))
          .orElseThrow(() -> new NotInSight("task", id));
    }
    return submissions
        .find(id, scope)
        .map(submission -> done(submission, person, scope))
        .orElseGet(() -> withdrawn(id, person, scope));
  }

  private TaskInSight open(OpenTask task, SignedIn person, Scope scope) {
    if (task.onHold()) {
      return new TaskInSight.Held(task, forms.find(task.task()));
    }
    CaseFile file = cases.get(task.caseId());
    Pupil pupil = pupil(task.id(), task.pupil(), scope);
    Form form = forms.get(task.task());
    return new TaskInSight.Open(
        task,
        file,
        pupil,
        form,
        supplies.of(task, form, pupil, person.id(), scope),
        TaskRights.does(scope, task.school(), Role.of(task.role())),
        drafts.of(task.id(), person.id()),
        drafts.ofOthers(task.id(), person.id()));
  }

  private TaskInSight done(Submission submission, SignedIn person, Scope scope) {
    return new TaskInSight.Done(
        submission,
        pupil(submission.id(), submission.pupil(), scope),
        forms.find(submission.task()),
        drafts.of(submission.id(), person.id()),
        undoing.openUntil(submission, scope));
  }

  private TaskInSight withdrawn(TaskId id, SignedIn person, Scope scope) {
    CaseDeadline deadline =
        deadlines
            .of(id)
            .filter(found -> !submissions.isAnswered(id))
            .orElseThrow(() -> new NotInSight("task", id));
    CaseFile file =
        cases.find(deadline.caseId(), scope).orElseThrow(() -> new NotInSight("task", id));
    return new TaskInSight.Withdrawn(
        file,
        pupil(id, file.pupil(), scope),
        forms.find(deadline.element()),
        drafts.of(id, person.id()));
  }

  private Pupil pupil(TaskId id, PupilId pupil, Scope scope) {
    return pupils.byId(pupil, scope).orElseThrow(() -> new NotInSight("task", id));
  }
}

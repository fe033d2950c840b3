package uk.attendance.worklist;

import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Form;
import uk.attendance.form.Forms;
import uk.attendance.pupil.Pupil;
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

  FindingTasks(
      OpenTasks open,
      Submissions submissions,
      Drafts drafts,
      CaseFiles cases,
      Pupils pupils,
      Forms forms,
      TaskSupplies supplies) {
    this.open = open;
    this.submissions = submissions;
    this.drafts = drafts;
    this.cases = cases;
    this.pupils = pupils;
    this.forms = forms;
    this.supplies = supplies;
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
    Optional<Drafts.Draft> draft = drafts.of(id, person.id());
    return submissions
        .find(id, scope)
        .<TaskInSight>map(
            submission -> new TaskInSight.Done(submission, cases.get(submission.caseId()), draft))
        .orElseGet(() -> new TaskInSight.Withdrawn(withdrawn(id, scope), draft));
  }

  private TaskInSight open(OpenTask task, SignedIn person, Scope scope) {
    if (task.onHold()) {
      return new TaskInSight.Held(task);
    }
    CaseFile file = cases.get(task.caseId());
    Pupil pupil =
        pupils.byId(task.pupil(), scope).orElseThrow(() -> new NotInSight("task", task.id()));
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

  /** Whose task it was is not kept: only those who see every task are told that there was one. */
  CaseFile withdrawn(TaskId id, Scope scope) {
    return cases
        .find(id)
        .flatMap(file -> cases.find(file.id(), scope))
        .filter(file -> !submissions.isAnswered(id))
        .orElseThrow(() -> new NotInSight("task", id));
  }
}

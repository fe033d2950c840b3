package uk.attendance.worklist;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.TaskId;

/** Holds an open task for whoever answers it, or says why it cannot be answered. */
@Component
class ToAnswer {

  private final JdbcClient jdbc;
  private final OpenTasks open;
  private final Submissions submissions;
  private final CaseFiles cases;

  ToAnswer(JdbcClient jdbc, OpenTasks open, Submissions submissions, CaseFiles cases) {
    this.jdbc = jdbc;
    this.open = open;
    this.submissions = submissions;
    this.cases = cases;
  }

  /**
   * The task, nobody else's until the running transaction ends. Whoever comes second waits here and
   * then finds that it is done.
   *
   * @throws AlreadySubmitted when somebody was first
   * @throws TaskWithdrawn when it was taken away meanwhile
   * @throws TaskOnHold while the safeguarding lead holds the pupil
   * @throws NotAllowed when it is for another role
   * @throws NotInSight when there is no such task within the scope
   */
  OpenTask lock(TaskId id, Actor by, Scope scope) {
    if (!isOpen(id)) {
      throw gone(id, scope);
    }
    OpenTask task = open.find(id, scope).orElseThrow(() -> new NotInSight("task", id));
    if (task.onHold()) {
      throw new TaskOnHold(id);
    }
    Role role = Role.of(task.role());
    if (by.id() != null && !TaskRights.does(scope, task.school(), role)) {
      throw new NotAllowed(
          "answering task " + id, task.school(), scope.rolesAt(task.school()), List.of(role));
    }
    return task;
  }

  private boolean isOpen(TaskId id) {
    return jdbc.sql("select task_id from worklist where task_id = :id for update")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .isPresent();
  }

  private RuntimeException gone(TaskId id, Scope scope) {
    return submissions
        .find(id, scope)
        .filter(submission -> submission.undone() == null)
        .<RuntimeException>map(
            first -> new AlreadySubmitted(id, first.submittedName(), first.submittedAt()))
        .or(
            () ->
                cases
                    .find(id)
                    .flatMap(file -> cases.find(file.id(), scope))
                    .map(file -> new TaskWithdrawn(id, file)))
        .orElseGet(() -> new NotInSight("task", id));
  }
}

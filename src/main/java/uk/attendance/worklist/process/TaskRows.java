package uk.attendance.worklist.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.DueDate;
import uk.attendance.casefile.PupilHeld;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.WhyJson;
import uk.attendance.casefile.process.CaseVariables;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.NewTasks;

/** One worklist row per open task of a case, in the transaction that opens, moves or closes it. */
@Component
class TaskRows {

  private final NewTasks tasks;
  private final JdbcClient jdbc;
  private final Clock clock;

  TaskRows(NewTasks tasks, JdbcClient jdbc, Clock clock) {
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void created(DelegateTask task) {
    CaseVariables.of(task.getExecution()).ifPresent(variables -> add(task, variables));
  }

  private void add(DelegateTask task, CaseVariables variables) {
    Instant now = clock.instant();
    tasks.add(
        new NewTasks.Opened(
            new TaskId(task.getId()),
            variables.caseId(),
            variables.pupil(),
            task.getTaskDefinitionKey(),
            role(task),
            dueAt(task, now),
            now,
            CaseVariables.whyOf(task.getTaskDefinitionKey(), task.getExecution())
                .map(WhyJson::write)
                .orElse(null)));
  }

  /** Its due date moved, or nothing that stands here. */
  void updated(DelegateTask task) {
    Date due = task.getDueDate();
    if (due != null) {
      tasks.write();
      jdbc.sql("update worklist set due_at = :dueAt, due_on = :dueOn where task_id = :task")
          .param("dueAt", due.toInstant().atOffset(ZoneOffset.UTC))
          .param("dueOn", DueDate.onOf(due.toInstant()))
          .param("task", task.getId())
          .update();
    }
  }

  void closed(DelegateTask task) {
    tasks.write();
    jdbc.sql("delete from worklist where task_id = :task").param("task", task.getId()).update();
  }

  @EventListener
  void follow(PupilHeld held) {
    tasks.write();
    jdbc.sql("update worklist set on_hold = :held where pupil_id = :pupil")
        .param("held", held.held())
        .param("pupil", held.pupil().value())
        .update();
  }

  /** A task that names no due date is due at the end of the day. */
  private static Instant dueAt(DelegateTask task, Instant now) {
    Date due = task.getDueDate();
    return due == null
        ? SchoolCalendar.dayOf(now).plusDays(1).atStartOfDay(SchoolCalendar.ZONE).toInstant()
        : due.toInstant();
  }

  private static String role(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "task '%s' is for nobody; needed: a role"
                        .formatted(task.getTaskDefinitionKey())));
  }
}

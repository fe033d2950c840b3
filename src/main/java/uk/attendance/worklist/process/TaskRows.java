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
import uk.attendance.casefile.WhyJson;
import uk.attendance.casefile.process.CaseVariables;
import uk.attendance.school.SchoolCalendar;

/** One worklist row per open task of a case, in the transaction that opens, moves or closes it. */
@Component
class TaskRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  TaskRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void created(DelegateTask task) {
    CaseVariables.of(task).ifPresent(variables -> insert(task, variables));
  }

  private void insert(DelegateTask task, CaseVariables variables) {
    Instant now = clock.instant();
    Instant due = dueAt(task, now);
    jdbc.sql(
            """
            insert into worklist (task_id, case_id, school_id, pupil_id, class_id, task, role, due_at,
              due_on, opened_at, why, on_hold)
            select cast(:task as varchar(64)), cast(:case as bigint), p.school_id, p.id, p.class_id,
              cast(:key as varchar(80)), cast(:role as varchar(30)),
              cast(:dueAt as timestamp with time zone), cast(:dueOn as date),
              cast(:now as timestamp with time zone), cast(:why as varchar(4000)),
              exists (select 1 from case_hold h where h.open_pupil = p.id)
            from pupil p where p.id = :pupil
            """)
        .param("task", task.getId())
        .param("case", variables.caseId().value())
        .param("key", task.getTaskDefinitionKey())
        .param("role", role(task))
        .param("dueAt", due.atOffset(ZoneOffset.UTC))
        .param("dueOn", DueDate.onOf(due))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param(
            "why",
            CaseVariables.whyOf(task.getTaskDefinitionKey(), task).map(WhyJson::write).orElse(null))
        .param("pupil", variables.pupil().value())
        .update();
  }

  /** Its due date moved, or nothing that stands here. */
  void updated(DelegateTask task) {
    Date due = task.getDueDate();
    if (due != null) {
      jdbc.sql("update worklist set due_at = :dueAt, due_on = :dueOn where task_id = :task")
          .param("dueAt", due.toInstant().atOffset(ZoneOffset.UTC))
          .param("dueOn", DueDate.onOf(due.toInstant()))
          .param("task", task.getId())
          .update();
    }
  }

  void closed(DelegateTask task) {
    jdbc.sql("delete from worklist where task_id = :task").param("task", task.getId()).update();
  }

  @EventListener
  void follow(PupilHeld held) {
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

package uk.attendance.casefile.process;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.Timeline;

/** Keeps the deadline of every task of a case, and writes to its timeline what becomes of it. */
@Component
class RecordingTasks {

  private final Timeline timeline;
  private final Deadlines deadlines;
  private final RecordingWay way;

  RecordingTasks(Timeline timeline, Deadlines deadlines, RecordingWay way) {
    this.timeline = timeline;
    this.deadlines = deadlines;
    this.way = way;
  }

  void created(DelegateTask task) {
    CaseVariables.of(task.getExecution())
        .ifPresent(
            variables -> {
              String key = task.getTaskDefinitionKey();
              Date due = task.getDueDate();
              deadlines.opened(
                  variables.caseId(),
                  variables.school(),
                  variables.pack(),
                  key,
                  new TaskId(task.getId()),
                  due == null ? null : due.toInstant(),
                  variables.countedFrom(key, task.getExecution()));
              write(variables.caseId(), EntryKind.ASKED, task);
              way.stopTimersOfHeld(variables, task.getProcessInstanceId());
            });
  }

  /** Who answered it is written by whoever completes it. */
  void completed(DelegateTask task) {
    deadlines.answered(new TaskId(task.getId()));
  }

  void deleted(DelegateTask task) {
    CaseVariables.caseId(task.getExecution())
        .ifPresent(
            id -> {
              deadlines.withdrawn(new TaskId(task.getId()));
              write(id, EntryKind.WITHDRAWN, task);
            });
  }

  private void write(CaseId id, EntryKind kind, DelegateTask task) {
    timeline.write(
        id,
        kind,
        task.getTaskDefinitionKey(),
        Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
        kind == EntryKind.ASKED
            ? CaseVariables.whyOf(task.getTaskDefinitionKey(), task.getExecution()).orElse(null)
            : null,
        task.getId(),
        Actor.PROGRAM);
  }
}

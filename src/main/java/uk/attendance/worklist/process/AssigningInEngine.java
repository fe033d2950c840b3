package uk.attendance.worklist.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Actor;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Timeline;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.TaskAssignment;

/** Tells the engine who has a task, and the case's record what became of it. */
@Component
class AssigningInEngine implements TaskAssignment {

  private final TaskService tasks;
  private final Timeline timeline;

  AssigningInEngine(TaskService tasks, Timeline timeline) {
    this.tasks = tasks;
    this.timeline = timeline;
  }

  @Override
  public void changed(ListedTask task, @Nullable AccountId to, String words, Actor by) {
    try {
      tasks.setAssignee(task.id().value(), to == null ? null : to.toString());
    } catch (NotFoundException noSuchTask) {
      throw new TaskGone(task.id());
    }
    timeline.write(task.caseId(), EntryKind.NOTE, task.task(), words, null, task.id().value(), by);
  }
}

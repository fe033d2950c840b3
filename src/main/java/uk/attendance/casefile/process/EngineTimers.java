package uk.attendance.casefile.process;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.TaskNotOpen;
import uk.attendance.casefile.Timers;

/** Due dates of the engine's tasks, and the timer jobs that watch them. */
@Component
class EngineTimers implements Timers {

  private final TaskService tasks;
  private final ManagementService management;

  EngineTimers(@Lazy TaskService tasks, @Lazy ManagementService management) {
    this.tasks = tasks;
    this.management = management;
  }

  @Override
  public void move(TaskId id, Instant before, Instant after) {
    Task task = tasks.createTaskQuery().taskId(id.value()).singleResult();
    if (task == null) {
      throw new TaskNotOpen(id);
    }
    tasks.setDueDate(id.value(), Date.from(after));
    for (Job job :
        management
            .createJobQuery()
            .processInstanceId(task.getProcessInstanceId())
            .timers()
            .list()) {
      // a timer on a task waits in the task's own scope
      if (task.getExecutionId().equals(job.getExecutionId())
          && Date.from(before).equals(job.getDuedate())) {
        management.setJobDuedate(job.getId(), Date.from(after), false);
      }
    }
  }

  @Override
  public void suspend(Collection<String> instances) {
    instances.forEach(management::suspendJobByProcessInstanceId);
  }

  @Override
  public void resume(Collection<String> instances) {
    instances.forEach(management::activateJobByProcessInstanceId);
  }
}

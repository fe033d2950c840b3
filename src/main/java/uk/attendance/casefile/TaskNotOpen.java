package uk.attendance.casefile;

/** A task was to be done that is done already, or was taken away meanwhile. */
public class TaskNotOpen extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final TaskId task;

  public TaskNotOpen(TaskId task) {
    super("doing task %s: it is not open; needed: an open task".formatted(task));
    this.task = task;
  }

  public TaskId task() {
    return task;
  }
}

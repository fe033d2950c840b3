package uk.attendance.worklist;

import uk.attendance.casefile.TaskId;

/** A task was answered that had been taken away: what it was about is settled otherwise. */
public class TaskWithdrawn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskWithdrawn(TaskId task) {
    super("answering task %s: it was taken away; needed: an open task".formatted(task));
  }
}

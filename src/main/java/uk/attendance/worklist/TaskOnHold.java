package uk.attendance.worklist;

import uk.attendance.casefile.TaskId;

/** A task was answered, or an answer taken back, while the safeguarding lead holds the pupil. */
public class TaskOnHold extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskOnHold(TaskId task) {
    super("answering task %s: its pupil is on hold; needed: the hold's release".formatted(task));
  }
}

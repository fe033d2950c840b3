package uk.attendance.worklist;

import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.TaskId;

/** A task was answered that had been taken away: what it was about is settled otherwise. */
public class TaskWithdrawn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CaseFile asked;

  TaskWithdrawn(TaskId task, CaseFile asked) {
    super("answering task %s: it was taken away; needed: an open task".formatted(task));
    this.asked = asked;
  }

  /** The case that had asked. */
  CaseFile asked() {
    return asked;
  }
}

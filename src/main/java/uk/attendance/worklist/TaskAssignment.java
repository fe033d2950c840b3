package uk.attendance.worklist;

import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.account.Actor;
import uk.attendance.casefile.TaskId;

/**
 * What the engine and the case's record are told when a task changes hands or is put off; both join
 * the transaction that changes the list.
 */
public interface TaskAssignment {

  /**
   * @param to who has it now; null: nobody
   * @param words what was done, for the record
   * @throws TaskGone when the engine has no such task any more
   */
  void changed(ListedTask task, @Nullable AccountId to, String words, Actor by);

  /** The task is done or taken away. */
  class TaskGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskGone(TaskId task) {
      super("assigning task " + task + ": the engine has none of this id; needed: an open task");
    }
  }
}

package uk.attendance.worklist.web;

import java.util.Optional;
import uk.attendance.account.Scope;
import uk.attendance.worklist.TaskInSight;

/** What a feature shows beside the form of an open task. */
public interface TaskPart {

  /**
   * A card at the right of the form.
   *
   * @param order cards stand in this order: pupil 10, attendance 20, letters 30, why 40, so far 50
   * @param template whose fragment {@code card(content)} draws it, such as {@code letter/task}
   */
  record Card(int order, String template, Object content) {}

  /** Empty where there is nothing to show for this task. */
  Optional<Card> card(TaskInSight.Open task, Scope scope);
}

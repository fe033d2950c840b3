package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveMarks;

/** What was granted on appeal takes the place of what was granted before. */
@Component("changePlannedMarks")
class ChangePlannedMarks implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveMarks marks;

  ChangePlannedMarks(OwnLeave ownLeave, LeaveMarks marks) {
    this.ownLeave = ownLeave;
    this.marks = marks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    marks.plan(ownLeave.requestOf(execution));
  }
}

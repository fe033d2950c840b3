package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveMarks;

/** What was granted stands in the register before it comes. */
@Component("planGrantedMarks")
class PlanGrantedMarks implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveMarks marks;

  PlanGrantedMarks(OwnLeave ownLeave, LeaveMarks marks) {
    this.ownLeave = ownLeave;
    this.marks = marks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    marks.plan(ownLeave.requestOf(execution));
  }
}

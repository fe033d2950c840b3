package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveMarks;

/** What was granted and has not come yet is granted no more. */
@Component("takePlannedMarksBack")
class TakePlannedMarksBack implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveMarks marks;

  TakePlannedMarksBack(OwnLeave ownLeave, LeaveMarks marks) {
    this.ownLeave = ownLeave;
    this.marks = marks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    marks.takeBack(ownLeave.requestOf(execution));
  }
}

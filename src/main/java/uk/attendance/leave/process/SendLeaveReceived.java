package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveLetters;

/** The request came in. */
@Component("sendLeaveReceived")
class SendLeaveReceived implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveLetters letters;

  SendLeaveReceived(OwnLeave ownLeave, LeaveLetters letters) {
    this.ownLeave = ownLeave;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.received(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

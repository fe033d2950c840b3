package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveLetters;

/** The appeal came in time. */
@Component("sendAppealReceived")
class SendAppealReceived implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveLetters letters;

  SendAppealReceived(OwnLeave ownLeave, LeaveLetters letters) {
    this.ownLeave = ownLeave;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.appealReceived(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

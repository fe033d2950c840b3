package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveLetters;

/** What was decided, to whoever asked. */
@Component("sendLeaveDecision")
class SendLeaveDecision implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveLetters letters;

  SendLeaveDecision(OwnLeave ownLeave, LeaveLetters letters) {
    this.ownLeave = ownLeave;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.decision(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveLetters;

/** What the governors decided. */
@Component("sendAppealOutcome")
class SendAppealOutcome implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveLetters letters;

  SendAppealOutcome(OwnLeave ownLeave, LeaveLetters letters) {
    this.ownLeave = ownLeave;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.appealOutcome(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

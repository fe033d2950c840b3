package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.LeaveLetters;

/** Day, place and panel of the hearing. */
@Component("sendAppealHearing")
class SendAppealHearing implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final LeaveLetters letters;

  SendAppealHearing(OwnLeave ownLeave, LeaveLetters letters) {
    this.ownLeave = ownLeave;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.appealHearing(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

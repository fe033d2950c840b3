package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.TellingManager;

/** A decision or a hearing is overdue. */
@Component("tellManager")
class TellManager implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final TellingManager telling;

  TellManager(OwnLeave ownLeave, TellingManager telling) {
    this.ownLeave = ownLeave;
    this.telling = telling;
  }

  @Override
  public void execute(DelegateExecution execution) {
    telling.tell(ownLeave.caseOf(execution));
  }
}

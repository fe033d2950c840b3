package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.TakenWithoutLeave;

/** The sessions away become unauthorised leave (NF-L2). */
@Component("recordUnauthorisedLeave")
class RecordUnauthorisedLeave implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final TakenWithoutLeave taken;

  RecordUnauthorisedLeave(OwnLeave ownLeave, TakenWithoutLeave taken) {
    this.ownLeave = ownLeave;
    this.taken = taken;
  }

  @Override
  public void execute(DelegateExecution execution) {
    taken.record(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

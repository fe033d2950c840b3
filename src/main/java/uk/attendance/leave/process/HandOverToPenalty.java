package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.TakenWithoutLeave;

/** Opens the hand-over that outlives the case. */
@Component("handOverToPenalty")
class HandOverToPenalty implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final TakenWithoutLeave taken;

  HandOverToPenalty(OwnLeave ownLeave, TakenWithoutLeave taken) {
    this.ownLeave = ownLeave;
    this.taken = taken;
  }

  @Override
  public void execute(DelegateExecution execution) {
    taken.handOver(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

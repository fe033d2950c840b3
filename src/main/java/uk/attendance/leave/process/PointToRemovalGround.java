package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.TakenWithoutLeave;

/** Says when the place may be lost (NF-X4, DH-X7). */
@Component("pointToRemovalGround")
class PointToRemovalGround implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final TakenWithoutLeave taken;

  PointToRemovalGround(OwnLeave ownLeave, TakenWithoutLeave taken) {
    this.ownLeave = ownLeave;
    this.taken = taken;
  }

  @Override
  public void execute(DelegateExecution execution) {
    taken.pointToRemovalGround(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

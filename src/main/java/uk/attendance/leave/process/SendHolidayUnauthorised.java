package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.TakenWithoutLeave;

/** To each parent who allowed it. */
@Component("sendHolidayUnauthorised")
class SendHolidayUnauthorised implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final TakenWithoutLeave taken;

  SendHolidayUnauthorised(OwnLeave ownLeave, TakenWithoutLeave taken) {
    this.ownLeave = ownLeave;
    this.taken = taken;
  }

  @Override
  public void execute(DelegateExecution execution) {
    taken.write(ownLeave.caseOf(execution), ownLeave.requestOf(execution));
  }
}

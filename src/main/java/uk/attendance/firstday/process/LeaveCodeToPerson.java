package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.StoppingLadders;

/** A reason is known that the policy gives no code: nobody is rung any more, a person decides. */
@Component("leaveCodeToPerson")
class LeaveCodeToPerson implements JavaDelegate {

  private final OwnCase ownCase;
  private final StoppingLadders stopping;

  LeaveCodeToPerson(OwnCase ownCase, StoppingLadders stopping) {
    this.ownCase = ownCase;
    this.stopping = stopping;
  }

  @Override
  public void execute(DelegateExecution execution) {
    stopping.stopAndAskForTheCode(ownCase.of(execution));
  }
}

package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.AskingForTheCode;

/** A row of the policy asks for a person's decision on the code; once. */
@Component("askForTheCode")
class AskForTheCode implements JavaDelegate {

  private final OwnCase ownCase;
  private final AskingForTheCode asking;

  AskForTheCode(OwnCase ownCase, AskingForTheCode asking) {
    this.ownCase = ownCase;
    this.asking = asking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    asking.ask(ownCase.of(execution), ownCase.why("decide-absence-code", execution));
  }
}

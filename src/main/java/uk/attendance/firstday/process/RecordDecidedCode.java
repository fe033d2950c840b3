package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.RecordingCodes;

/** What follows from the code that a person decided. */
@Component("recordDecidedCode")
class RecordDecidedCode implements JavaDelegate {

  private final OwnCase ownCase;
  private final RecordingCodes codes;

  RecordDecidedCode(OwnCase ownCase, RecordingCodes codes) {
    this.ownCase = ownCase;
    this.codes = codes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    codes.afterDecision(
        ownCase.of(execution),
        ownCase.text("decidedCode", execution),
        Boolean.TRUE.equals(execution.getVariable("settled")));
  }
}

package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.RecordingCodes;

/** The policy gave the reason a code. */
@Component("recordAbsenceCode")
class RecordAbsenceCode implements JavaDelegate {

  private final OwnCase ownCase;
  private final RecordingCodes codes;

  RecordAbsenceCode(OwnCase ownCase, RecordingCodes codes) {
    this.ownCase = ownCase;
    this.codes = codes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    codes.record(ownCase.of(execution), ownCase.text("code", execution));
  }
}

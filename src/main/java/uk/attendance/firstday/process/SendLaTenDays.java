package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.FirstDayLetters;

/** Ten school days without an explanation: the authority is told. */
@Component("sendLaTenDays")
class SendLaTenDays implements JavaDelegate {

  private final OwnCase ownCase;
  private final FirstDayLetters letters;

  SendLaTenDays(OwnCase ownCase, FirstDayLetters letters) {
    this.ownCase = ownCase;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.tenDays(ownCase.of(execution), ownCase.why("missing", execution));
  }
}

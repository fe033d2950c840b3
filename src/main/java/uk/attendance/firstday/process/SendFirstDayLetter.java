package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.FirstDayLetters;

/** The letter that asks for the reason. */
@Component("sendFirstDayLetter")
class SendFirstDayLetter implements JavaDelegate {

  private final OwnCase ownCase;
  private final FirstDayLetters letters;

  SendFirstDayLetter(OwnCase ownCase, FirstDayLetters letters) {
    this.ownCase = ownCase;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.firstDayLetter(ownCase.of(execution), ownCase.why("send-first-day-letter", execution));
  }
}

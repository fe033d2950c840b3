package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.FirstDayLetters;

/** The second letter, still unexplained. */
@Component("sendSecondLetter")
class SendSecondLetter implements JavaDelegate {

  private final OwnCase ownCase;
  private final FirstDayLetters letters;

  SendSecondLetter(OwnCase ownCase, FirstDayLetters letters) {
    this.ownCase = ownCase;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.secondLetter(ownCase.of(execution), ownCase.why("send-second-letter", execution));
  }
}

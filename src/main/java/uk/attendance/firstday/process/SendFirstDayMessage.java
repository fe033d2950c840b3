package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.FirstDayLetters;

/** No word this morning: to each parent who may be told. */
@Component("sendFirstDayMessage")
class SendFirstDayMessage implements JavaDelegate {

  private final OwnCase ownCase;
  private final FirstDayLetters letters;

  SendFirstDayMessage(OwnCase ownCase, FirstDayLetters letters) {
    this.ownCase = ownCase;
    this.letters = letters;
  }

  @Override
  public void execute(DelegateExecution execution) {
    letters.firstDayMessage(
        ownCase.of(execution), ownCase.why("send-first-day-message", execution));
  }
}

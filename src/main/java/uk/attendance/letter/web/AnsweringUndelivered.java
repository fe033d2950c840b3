package uk.attendance.letter.web;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.letter.SettlingUndelivered;
import uk.attendance.letter.StillMissing;
import uk.attendance.letter.Undelivered;
import uk.attendance.worklist.AnswerRefused;
import uk.attendance.worklist.AnswersTask;

/** The answers to task {@code resolve-undelivered-letter}. */
@Component
class AnsweringUndelivered implements AnswersTask {

  private final SettlingUndelivered settling;

  AnsweringUndelivered(SettlingUndelivered settling) {
    this.settling = settling;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(Undelivered.TASK);
  }

  @Override
  public Map<String, Object> answered(Answered answered) {
    switch (answered.outcome()) {
      case "sent-again" -> sendAgain(answered);
      case "sent-another-way" ->
          settling.close(answered.caseFile(), "the family was told another way", answered.by());
      default -> settling.close(answered.caseFile(), "it is no longer needed", answered.by());
    }
    return Map.of();
  }

  /**
   * What was sent again is called back on the page Letters; what was settled is sent from there.
   */
  @Override
  public void undone(Answered answered) {
    settling.reopen(answered.caseFile(), answered.by());
  }

  private void sendAgain(Answered answered) {
    try {
      settling.sendAgain(answered.caseFile(), answered.by());
    } catch (StillMissing e) {
      throw new AnswerRefused("outcome", "It cannot be sent yet. " + e.sentence());
    }
  }
}

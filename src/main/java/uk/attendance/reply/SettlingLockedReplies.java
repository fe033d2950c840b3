package uk.attendance.reply;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.letter.SendingOnceMore;
import uk.attendance.letter.StillMissing;
import uk.attendance.worklist.AnswerRefused;
import uk.attendance.worklist.AnswersTask;

/** The answers to task {@code resolve-locked-reply}. */
@Component
class SettlingLockedReplies implements AnswersTask {

  private final SendingOnceMore sending;

  SettlingLockedReplies(SendingOnceMore sending) {
    this.sending = sending;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(LockedReplies.TASK);
  }

  /** A message of its own has a link of its own; the locked one stays locked. */
  @Override
  public Map<String, Object> answered(Answered answered) {
    if (answered.outcome().equals("new-link-sent")) {
      try {
        sending.onceMore(LockedReplies.messageOf(answered.caseFile()), answered.by());
      } catch (StillMissing e) {
        throw new AnswerRefused("outcome", "It cannot be sent. " + e.sentence());
      }
    }
    return Map.of();
  }

  /** What was sent is called back on the page Letters. */
  @Override
  public void undone(Answered answered) {}
}

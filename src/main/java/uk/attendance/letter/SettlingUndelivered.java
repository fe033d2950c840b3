package uk.attendance.letter;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;

/** What a person's answer about an undelivered letter does to the letters it is about. */
@Component
public class SettlingUndelivered {

  private final Outbox outbox;
  private final Resending resending;

  SettlingUndelivered(Outbox outbox, Resending resending) {
    this.outbox = outbox;
    this.resending = resending;
  }

  /**
   * @throws StillMissing when what stood in the way has not been put right
   */
  public void sendAgain(CaseFile undelivered, Actor by) {
    for (Message message : of(undelivered)) {
      resending.again(message, by);
    }
  }

  /** The letters need not go any more; they stay in the record. */
  public void close(CaseFile undelivered, String because, Actor by) {
    for (Message message : of(undelivered)) {
      outbox.move(
          message, MessageState.WITHDRAWN, Reason.SETTLED, because, "settled: " + because, by);
    }
  }

  /** An answer is taken back: what has not gone meanwhile waits for another one. */
  public void reopen(CaseFile undelivered, Actor by) {
    Reason reason = Undelivered.reasonOf(undelivered);
    outbox.settled(undelivered.pupil(), Undelivered.letterOf(undelivered)).stream()
        .flatMap(id -> outbox.locked(id).stream())
        .forEach(
            message ->
                outbox.move(
                    message, reason.state(), reason, null, "the answer was taken back", by));
  }

  private List<Message> of(CaseFile undelivered) {
    return outbox
        .unsettled(
            undelivered.pupil(),
            Undelivered.letterOf(undelivered),
            Undelivered.reasonOf(undelivered))
        .stream()
        .flatMap(id -> outbox.locked(id).stream())
        .toList();
  }
}

package uk.attendance.letter;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.account.Actor;

/** Sends what has gone already a second time, because a person asked for it. */
@Component
public class SendingOnceMore {

  private final Outbox outbox;
  private final Resending resending;

  SendingOnceMore(Outbox outbox, Resending resending) {
    this.outbox = outbox;
    this.resending = resending;
  }

  /**
   * As a message of its own, written anew, by the way that is open today.
   *
   * @throws StillMissing when something stands in its way
   */
  @Transactional
  public MessageId onceMore(MessageId id, Actor by) {
    MessageId copy = outbox.copy(id);
    resending.first(
        outbox.locked(copy).orElseThrow(), "once more, since a person asked for it", by);
    return copy;
  }
}

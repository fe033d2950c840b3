package uk.attendance.letter;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.policy.Letter;
import uk.attendance.pupil.PupilId;

/** Sets a letter on its way that did not go, or did not arrive. */
@Component
class Resending {

  static final String AGAIN = "to be sent again";

  private final SchoolsPost post;
  private final FindingRecipients recipients;
  private final ChoosingChannel choosing;
  private final Rewriting rewriting;
  private final Outbox outbox;
  private final CheckingMessages checking;

  Resending(
      SchoolsPost post,
      FindingRecipients recipients,
      ChoosingChannel choosing,
      Rewriting rewriting,
      Outbox outbox,
      CheckingMessages checking) {
    this.post = post;
    this.recipients = recipients;
    this.choosing = choosing;
    this.rewriting = rewriting;
    this.outbox = outbox;
    this.checking = checking;
  }

  /**
   * Written anew, by the way that is open today.
   *
   * @throws StillMissing when something that the letter needs is not there yet
   */
  void again(Message message, Actor by) {
    if (!ChangingMessages.canBeSentAgain(message) && message.state() != MessageState.HELD) {
      throw new CannotChange(message, MessageState.WAITING);
    }
    first(message, AGAIN, by);
  }

  /** Written today, for the way that is open today. */
  void first(Message message, String words, Actor by) {
    Composing.Composed composed = rewriting.today(message, choice(message).channel());
    if (composed.written() == null) {
      throw new StillMissing(message.id(), String.join("; ", composed.faults()));
    }
    outbox.rewrite(message.id(), composed.written());
    onItsWay(message, words, by);
  }

  /** Waits for its time, or is held, as it would be if it were ordered now. */
  void onItsWay(Message message, String words, Actor by) {
    ChoosingChannel.Choice choice = choice(message);
    String address = choice.address();
    if (choice.channel() == null || address == null) {
      throw new StillMissing(
          message.id(), choice.reason() == null ? "" : choice.reason().sentence());
    }
    if (choice.reason() != null) {
      throw new StillMissing(message.id(), choice.reason().sentence());
    }
    outbox.dispatch(message.id(), choice.channel(), address, checking.sendAfter(message));
    outbox.move(message, MessageState.WAITING, null, null, words, by);
  }

  private ChoosingChannel.Choice choice(Message message) {
    Letter letter = post.pack(message.school()).letter(message.letter());
    PupilId pupil = outbox.parts(message.id()).get(0).pupil();
    List<ChoosingChannel.Choice> ways =
        recipients
            .of(message, pupil, post.school(message.school()), post.head(message.school()))
            .filter(one -> one.contact() == null || one.contact().rules().mayBeContacted())
            .map(one -> choosing.of(letter, message.school(), one))
            .orElse(List.of());
    return ways.stream()
        .filter(way -> way.channel() != null && way.channel() == message.channel())
        .findFirst()
        .or(() -> ways.stream().findFirst())
        .orElse(new ChoosingChannel.Choice(null, null, Reason.NO_ADDRESS));
  }
}

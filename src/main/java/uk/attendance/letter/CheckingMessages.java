package uk.attendance.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.pupil.Channel;

/**
 * Looks at a message once more before it goes: since it was ordered a court order, a hold or a new
 * address may have come in, or the quiet hours may have begun.
 */
@Component
class CheckingMessages {

  private final FindingWay ways;
  private final SchoolsPost post;
  private final Outbox outbox;
  private final MessageLeases leases;
  private final Rewriting rewriting;
  private final PrintingLetters printing;
  private final MergingTexts merging;
  private final Clock clock;

  CheckingMessages(
      FindingWay ways,
      SchoolsPost post,
      Outbox outbox,
      MessageLeases leases,
      Rewriting rewriting,
      PrintingLetters printing,
      MergingTexts merging,
      Clock clock) {
    this.ways = ways;
    this.post = post;
    this.outbox = outbox;
    this.leases = leases;
    this.rewriting = rewriting;
    this.printing = printing;
    this.merging = merging;
    this.clock = clock;
  }

  /** Whether a claimed message is to be handed over now; what else becomes of it is written. */
  boolean mayGo(Message message, String claim) {
    FindingWay.Way way = ways.of(message);
    if (way.reason() != null) {
      stop(message, way);
      return false;
    }
    if (!String.valueOf(way.address()).equals(message.address())) {
      rewriting.readdress(message, String.valueOf(way.address()));
      leases.release(message.id(), claim, null);
      return false;
    }
    if (message.channel() == Channel.POST) {
      return mayGoOnPaper(message);
    }
    Instant now = clock.instant();
    Instant next = message.isForContact() ? post.sendTimes(message.school()).notBefore(now) : now;
    if (next.isAfter(now)) {
      leases.release(message.id(), claim, next);
      return false;
    }
    return message.channel() != Channel.SMS || merging.mayGo(message, claim);
  }

  /** What is kept is what is printed, here or by a carrier. */
  private boolean mayGoOnPaper(Message message) {
    printing.print(message);
    if (ways.isCarried(message)) {
      return true;
    }
    outbox.move(
        message, MessageState.TO_PRINT, null, null, "ready to print and post", Actor.PROGRAM);
    return false;
  }

  /**
   * A letter that is printed now: as it is to go, bearing today's address; empty where something
   * stands in its way, which is written.
   */
  Optional<Message> onPaper(Message letter) {
    FindingWay.Way way = ways.of(letter);
    if (way.reason() != null) {
      stop(letter, way);
      return Optional.empty();
    }
    if (!String.valueOf(way.address()).equals(letter.address())) {
      rewriting.readdress(letter, String.valueOf(way.address()));
      printing.print(letter);
    }
    return outbox.locked(letter.id());
  }

  /** A held message goes on waiting for its time once nothing stands in its way. */
  void lookAgain(MessageId id) {
    Message message = outbox.locked(id).orElse(null);
    if (message == null || message.state() != MessageState.HELD) {
      return;
    }
    FindingWay.Way way = ways.of(message);
    if (way.reason() == null) {
      outbox.dispatch(id, String.valueOf(way.address()), sendAfter(message));
      outbox.move(message, MessageState.WAITING, null, null, "no longer held", Actor.PROGRAM);
    } else if (!way.mayOpen()) {
      stop(message, way);
    }
  }

  /** When a message may go that is set on its way now. */
  Instant sendAfter(Message message) {
    return post.sendTimes(message.school())
        .sendAfter(clock.instant(), message.isForContact() && message.channel() != Channel.POST);
  }

  private void stop(Message message, FindingWay.Way way) {
    Reason reason = Objects.requireNonNull(way.reason());
    outbox.move(
        message,
        way.mayOpen() ? MessageState.HELD : MessageState.NOT_SENT,
        reason,
        null,
        (way.mayOpen() ? "held. " : "not sent. ") + reason.sentence(),
        Actor.PROGRAM);
  }
}

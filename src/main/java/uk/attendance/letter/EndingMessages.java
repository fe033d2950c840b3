package uk.attendance.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;

/**
 * Writes down what came of handing a message over. Everything here changes nothing where somebody
 * else has settled the message since.
 */
@Component
class EndingMessages {

  /** With a wait as long as a lease between two. */
  static final int ASKED_AT_MOST = 12;

  private final MessageLeases leases;
  private final Outbox outbox;
  private final Undelivered undelivered;
  private final CaseFiles cases;
  private final LetterSettings settings;
  private final Clock clock;

  EndingMessages(
      MessageLeases leases,
      Outbox outbox,
      Undelivered undelivered,
      CaseFiles cases,
      LetterSettings settings,
      Clock clock) {
    this.leases = leases;
    this.outbox = outbox;
    this.undelivered = undelivered;
    this.cases = cases;
    this.settings = settings;
    this.clock = clock;
  }

  /** By the node that handed it over. */
  void ended(Message message, String claim, Handover handover) {
    MessageLeases.End end = end(message, handover);
    if (leases.end(message.id(), claim, end)) {
      tell(message, end);
    } else if (leases.endLate(message.id(), claim, end)) {
      tell(message, end);
      if (end.to() == MessageState.SENT || end.to() == MessageState.WAITING) {
        // a person was asked meanwhile, and need not answer any more
        outbox
            .parts(message.id())
            .forEach(part -> undelivered.settled(part.pupil(), message.letter()));
      }
    }
  }

  /**
   * For a node that died, by what the carrier says.
   *
   * @param found what the carrier knows; not known where it does not answer
   */
  void foundOut(Message message, Handover found) {
    switch (found.outcome()) {
      case TAKEN -> endedForDead(message, taken(found));
      case NOT_KNOWN -> {
        if (message.asked() < ASKED_AT_MOST) {
          leases.askLater(message.id());
        } else {
          giveUp(message);
        }
      }
      default ->
          endedForDead(message, MessageLeases.End.again(found.detail(), clock.instant(), true));
    }
  }

  /** Nobody can tell what became of it. */
  void giveUp(Message message) {
    if (leases.giveUp(message.id())) {
      ask(message);
    }
  }

  private void endedForDead(Message message, MessageLeases.End end) {
    if (leases.endLost(message.id(), end)) {
      tell(message, end);
    }
  }

  private MessageLeases.End end(Message message, Handover handover) {
    String detail = handover.detail();
    return switch (handover.outcome()) {
      case TAKEN -> taken(handover);
      case NOT_NOW -> notNow(message, handover);
      case NOT_SET_UP -> MessageLeases.End.to(MessageState.HELD, Reason.NO_CHANNEL, detail, null);
      case REFUSED ->
          MessageLeases.End.to(MessageState.FAILED, Reason.REFUSED, detail, clock.instant());
      case NOT_KNOWN ->
          MessageLeases.End.to(MessageState.UNKNOWN, Reason.ANSWER_LOST, detail, null);
    };
  }

  private MessageLeases.End taken(Handover handover) {
    Instant now = clock.instant();
    return new MessageLeases.End(
        MessageState.SENT,
        null,
        handover.detail(),
        now,
        null,
        true,
        handover.reference(),
        handover.reference() == null ? null : settings.followUp(now, now));
  }

  private MessageLeases.End notNow(Message message, Handover handover) {
    if (handover.notBefore() != null) {
      return MessageLeases.End.again(handover.detail(), handover.notBefore(), false);
    }
    if (message.attempts() >= settings.tryAgainAfter().size()) {
      return MessageLeases.End.to(
          MessageState.FAILED, Reason.GIVEN_UP, handover.detail(), clock.instant());
    }
    return MessageLeases.End.again(handover.detail(), clock.instant().plus(wait(message)), true);
  }

  private Duration wait(Message message) {
    return settings.tryAgainAfter().get(message.attempts());
  }

  private void tell(Message message, MessageLeases.End end) {
    switch (end.to()) {
      case SENT -> {
        String by = message.channel() == null ? "" : " by " + message.channel().words();
        outbox.tell(message, MessageState.SENT, "sent" + by, Actor.PROGRAM);
      }
      case WAITING ->
          outbox.tell(
              message,
              MessageState.WAITING,
              "not taken, tried again %s: %s".formatted(when(end), end.detail()),
              Actor.PROGRAM);
      case HELD -> outbox.tell(message, MessageState.HELD, "held. " + end.detail(), Actor.PROGRAM);
      default -> ask(message);
    }
  }

  private String when(MessageLeases.End end) {
    Duration wait =
        Duration.between(
            clock.instant(), end.sendAfter() == null ? clock.instant() : end.sendAfter());
    long minutes = wait.plusSeconds(59).toMinutes();
    return switch ((int) Math.min(minutes, 2)) {
      case 0 -> "at once";
      case 1 -> "in a minute";
      default -> "in %d minutes".formatted(minutes);
    };
  }

  private void ask(Message before) {
    Message now = leases.find(before.id()).orElseThrow();
    outbox.tell(now, now.state(), now.state().words() + ". " + now.because(), Actor.PROGRAM);
    undelivered.open(now, cases.get(outbox.cases(now.id()).get(0)));
  }
}

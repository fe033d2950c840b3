package uk.attendance.letter;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.pupil.PupilId;

/**
 * The same words about the same children go to a number once a day: two parents may share a
 * telephone, or two cases say the same. The one that was ordered first goes, the others wait for
 * what becomes of it and count as sent with it. The words that are kept are compared, in which a
 * link for the parent's answer is still a placeholder; to the same person such a text goes again,
 * since its link is what it brings.
 */
@Component
class MergingTexts {

  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final Outbox outbox;
  private final Messages messages;
  private final MessageLeases leases;
  private final Clock clock;

  MergingTexts(Outbox outbox, Messages messages, MessageLeases leases, Clock clock) {
    this.outbox = outbox;
    this.messages = messages;
    this.leases = leases;
    this.clock = clock;
  }

  /**
   * Whether a claimed text goes itself; otherwise it is merged, or waits a little. All messages of
   * these words are locked in the order of their numbers, so that two nodes never decide at once.
   */
  boolean mayGo(Message message, String claim) {
    Set<PupilId> about = about(message);
    String words = messages.written(message.id()).orElseThrow().text();
    boolean linked = words.contains(ReplyLinks.PLACEHOLDER);
    List<Message> others =
        outbox.sameWords(message, words).stream()
            .filter(other -> !other.id().equals(message.id()) && about(other).equals(about))
            .filter(other -> !linked || !Objects.equals(other.contact(), message.contact()))
            .toList();
    for (Message other : others) {
      if (other.state() == MessageState.SENT) {
        merge(message, other);
        return false;
      }
    }
    if (others.stream().anyMatch(other -> isAhead(other, message))) {
      leases.release(message.id(), claim, clock.instant().plus(LOOK_AGAIN));
      return false;
    }
    return true;
  }

  private void merge(Message message, Message sent) {
    outbox.move(
        message,
        MessageState.SENT,
        null,
        null,
        "the same words went to this number once, with the text to " + sent.recipient(),
        Actor.PROGRAM);
    outbox.mergedInto(message.id(), sent);
  }

  /** It goes first, or may have gone. */
  private boolean isAhead(Message other, Message message) {
    return other.state() == MessageState.SENDING
        || other.state() == MessageState.UNKNOWN
        || other.state() == MessageState.WAITING
            && other.id().value() < message.id().value()
            && !other.sendAfter().isAfter(clock.instant());
  }

  private Set<PupilId> about(Message message) {
    Set<PupilId> pupils = new HashSet<>();
    outbox.parts(message.id()).forEach(part -> pupils.add(part.pupil()));
    return pupils;
  }
}

package uk.attendance.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Why;
import uk.attendance.pupil.ContactId;

/** Puts what a case orders into the outbox, a message for each recipient. */
@Component
class OrderingFromCases implements OrderingLetters {

  private final Preparing preparing;
  private final Rewriting rewriting;
  private final Outbox outbox;
  private final Messages messages;
  private final Withdrawing withdrawing;
  private final Undelivered undelivered;

  OrderingFromCases(
      Preparing preparing,
      Rewriting rewriting,
      Outbox outbox,
      Messages messages,
      Withdrawing withdrawing,
      Undelivered undelivered) {
    this.preparing = preparing;
    this.rewriting = rewriting;
    this.outbox = outbox;
    this.messages = messages;
    this.withdrawing = withdrawing;
    this.undelivered = undelivered;
  }

  @Override
  public void order(String letter, CaseFile about, Map<String, Object> facts, Why why) {
    put(preparing.prepare(letter, about, facts, why, false));
  }

  @Override
  public void order(
      String letter, CaseFile about, Collection<ContactId> to, Map<String, Object> facts, Why why) {
    put(preparing.prepare(letter, about, to, facts, why));
  }

  @Override
  public List<Wording.Written> preview(
      String letter, CaseFile about, Collection<ContactId> to, Map<String, Object> facts, Why why) {
    return preparing.prepare(letter, about, to, facts, why).stream()
        .map(NewMessage::written)
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public void propose(String letter, CaseFile about, Map<String, Object> facts, Why why) {
    put(preparing.prepare(letter, about, facts, why, true));
  }

  @Override
  public void withdraw(CaseFile about, String because) {
    withdrawing.allOf(about, because);
  }

  @Override
  public boolean hasGoneOut(CaseFile about) {
    return messages.of(about.id()).stream().anyMatch(message -> message.state().hasGoneOut());
  }

  private void put(List<NewMessage> prepared) {
    NewMessage unsent = null;
    boolean reachesSomebody = false;
    for (NewMessage next : prepared) {
      if (!outbox.isOrdered(next)) {
        rewriting.join(next).orElseGet(() -> alone(next));
        boolean goes = next.reason() == null || next.reason() == Reason.PUPIL_ON_HOLD;
        reachesSomebody |= goes;
        if (!goes && next.reason() != Reason.NO_CONTACT_ORDER) {
          unsent = next;
        }
      } else {
        reachesSomebody = true;
      }
    }
    if (!reachesSomebody && unsent != null) {
      undelivered.open(unsent);
    }
  }

  private MessageId alone(NewMessage next) {
    MessageId id = outbox.put(next, rewriting.factsOf(next));
    outbox.ordered(id, next, words(next));
    return id;
  }

  private static String words(NewMessage made) {
    String by = made.channel() == null ? "" : " by " + made.channel().words();
    return switch (made.state()) {
      case WAITING -> "ordered" + by;
      case PROPOSED -> "proposed" + by + "; waits for a person's yes";
      case HELD -> "held" + by + ". " + made.because();
      default -> "not sent. " + made.because();
    };
  }
}

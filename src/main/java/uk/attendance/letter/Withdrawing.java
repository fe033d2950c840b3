package uk.attendance.letter;

import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;

/** Takes back what a case still has in the outbox; it stays in the record. */
@Component
class Withdrawing {

  private final Messages messages;
  private final Outbox outbox;
  private final Rewriting rewriting;
  private final PrintingLetters printing;
  private final Undelivered undelivered;

  Withdrawing(
      Messages messages,
      Outbox outbox,
      Rewriting rewriting,
      PrintingLetters printing,
      Undelivered undelivered) {
    this.messages = messages;
    this.outbox = outbox;
    this.rewriting = rewriting;
    this.printing = printing;
    this.undelivered = undelivered;
  }

  /**
   * A proposal stays: it tells of letters that are out. What is being handed over at this moment
   * can no longer be taken back and goes out.
   */
  void allOf(CaseFile about, String because) {
    for (Message message : messages.of(about.id())) {
      boolean waits =
          message.state().canBeWithdrawn()
              && message.state() != MessageState.PROPOSED
              && message.state() != MessageState.UNKNOWN
              && message.state() != MessageState.NOT_SENT;
      if (waits) {
        outbox.locked(message.id()).ifPresent(held -> withdraw(held, about, because));
      }
      undelivered.settled(about.pupil(), message.letter());
    }
  }

  private void withdraw(Message message, CaseFile about, String because) {
    if (!message.state().canBeWithdrawn()) {
      return;
    }
    if (rewriting.without(message, about.id())) {
      if (message.state() == MessageState.TO_PRINT) {
        printing.print(message);
      }
      outbox.tell(message, message.state(), "one child less: " + because, Actor.PROGRAM);
    } else {
      outbox.move(
          message,
          MessageState.WITHDRAWN,
          Reason.EXPLAINED,
          because,
          "withdrawn: " + because,
          Actor.PROGRAM);
    }
  }
}

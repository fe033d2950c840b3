package uk.attendance.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;

/**
 * Sends what is due. A message is handed over outside any transaction: before it, it is marked as
 * being sent; after it, what came of that. What happens between the two is never done again without
 * a person.
 */
@Component
public class SendingMessages {

  private static final Logger log = LoggerFactory.getLogger(SendingMessages.class);

  private final MessageLeases leases;
  private final CheckingMessages checking;
  private final HandingOver handingOver;
  private final Outbox outbox;
  private final Undelivered undelivered;
  private final CaseFiles cases;
  private final LetterSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SendingMessages(
      MessageLeases leases,
      CheckingMessages checking,
      HandingOver handingOver,
      Outbox outbox,
      Undelivered undelivered,
      CaseFiles cases,
      LetterSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.leases = leases;
    this.checking = checking;
    this.handingOver = handingOver;
    this.outbox = outbox;
    this.undelivered = undelivered;
    this.cases = cases;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Sends everything that is due now and returns when that is done, whoever in this program did it.
   *
   * @return how many were handed over
   */
  public synchronized int sendDue() {
    leases.lost().forEach(this::lost);
    leases.held().forEach(this::look);
    int sent = 0;
    List<Message> mine;
    do {
      String claim = UUID.randomUUID().toString();
      mine = inTransaction(() -> leases.claim(claim, clock.instant()));
      for (Message message : mine) {
        sent += sendOne(message, claim) ? 1 : 0;
      }
    } while (!mine.isEmpty());
    return sent;
  }

  private boolean sendOne(Message message, String claim) {
    try {
      return inTransaction(
              () -> checking.mayGo(message, claim) && leases.begin(message.id(), claim))
          && ended(message, claim, handingOver.handOver(message));
    } catch (RuntimeException e) {
      log.error(
          "message {} could not be sent; it is tried again or resolved by a person",
          message.id(),
          e);
      return false;
    }
  }

  private boolean ended(Message message, String claim, Handover handover) {
    transactions.executeWithoutResult(
        status -> {
          switch (handover.outcome()) {
            case TAKEN -> taken(message, claim, handover.detail());
            case NOT_NOW -> notNow(message, claim, handover.detail());
            case REFUSED ->
                over(message, claim, MessageState.FAILED, Reason.REFUSED, handover.detail());
            case NOT_KNOWN ->
                over(message, claim, MessageState.UNKNOWN, Reason.ANSWER_LOST, handover.detail());
          }
        });
    return handover.outcome() == Handover.Outcome.TAKEN;
  }

  private void taken(Message message, String claim, String detail) {
    if (leases.end(message.id(), claim, MessageState.SENT, null, detail, clock.instant(), null)) {
      outbox.tell(
          message, MessageState.SENT, "sent " + handingOver.inWords(message), Actor.PROGRAM);
    }
  }

  private void notNow(Message message, String claim, String detail) {
    int attempt = message.attempts();
    if (attempt >= settings.tryAgainAfter().size()) {
      over(message, claim, MessageState.FAILED, Reason.GIVEN_UP, detail);
      return;
    }
    Duration wait = settings.tryAgainAfter().get(attempt);
    Instant next = clock.instant().plus(wait);
    if (leases.end(message.id(), claim, MessageState.WAITING, null, detail, null, next)) {
      outbox.tell(
          message,
          MessageState.WAITING,
          "not taken, tried again in %d minutes: %s".formatted(wait.toMinutes(), detail),
          Actor.PROGRAM);
    }
  }

  private void over(Message message, String claim, MessageState to, Reason reason, String detail) {
    Instant settled = to == MessageState.FAILED ? clock.instant() : null;
    if (leases.end(message.id(), claim, to, reason, detail, settled, null)) {
      ask(message);
    }
  }

  private void lost(Message message) {
    transactions.executeWithoutResult(
        status -> {
          if (leases.giveUp(message.id())) {
            ask(message);
          }
        });
  }

  /** A message that waits for something: has it come? */
  private void look(Message message) {
    transactions.executeWithoutResult(status -> checking.lookAgain(message.id()));
  }

  private void ask(Message before) {
    Message now = leases.find(before.id()).orElseThrow();
    outbox.tell(now, now.state(), now.state().words() + ". " + now.because(), Actor.PROGRAM);
    undelivered.open(now, cases.get(outbox.cases(now.id()).get(0)));
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return java.util.Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}

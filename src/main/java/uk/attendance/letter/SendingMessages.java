package uk.attendance.letter;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.casefile.DatabaseAway;
import uk.attendance.pupil.Channel;
import uk.attendance.school.OneLook;

/**
 * Sends what is due. A message is handed over outside any transaction: before it, it is marked as
 * being sent; after it, what came of that. What happens between the two is never done again without
 * a person, unless the carrier itself says that it never got it.
 */
@Component
public class SendingMessages {

  private static final Logger log = LoggerFactory.getLogger(SendingMessages.class);

  private final MessageLeases leases;
  private final CheckingMessages checking;
  private final HandingOver handingOver;
  private final EndingMessages ending;
  private final LetterSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Deque<Learned> learned = new ArrayDeque<>();

  /** What became of a message, until it is written. */
  private record Learned(Message message, String claim, Handover handover) {}

  SendingMessages(
      MessageLeases leases,
      CheckingMessages checking,
      HandingOver handingOver,
      EndingMessages ending,
      LetterSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.leases = leases;
    this.checking = checking;
    this.handingOver = handingOver;
    this.ending = ending;
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
    writeDown();
    leases.lost().forEach(this::lost);
    leases.held().forEach(this::look);
    int sent = 0;
    List<Message> mine;
    do {
      String claim = UUID.randomUUID().toString();
      mine = inTransaction(() -> leases.claim(claim, clock.instant()));
      for (Message message : mine) {
        sent += OneLook.during(() -> sendOne(message, claim)) ? 1 : 0;
      }
      writeDownLast();
    } while (!mine.isEmpty());
    return sent;
  }

  private boolean sendOne(Message message, String claim) {
    try {
      long before = System.nanoTime();
      HandingOver.Ready ready = next(message, claim);
      return ready != null && isInTime(before) && handedOver(ready, claim);
    } catch (RuntimeException e) {
      log.error(
          "message {} could not be sent; it is tried again or resolved by a person",
          message.id(),
          e);
      return false;
    }
  }

  /**
   * What came of the message before is written in the transaction that marks the next one as being
   * sent: always before that one is handed over, and at half the transactions. A letter on paper is
   * made first, which takes its time.
   */
  private HandingOver.@Nullable Ready next(Message message, String claim) {
    if (!learned.isEmpty() && message.channel() != Channel.POST) {
      try {
        HandingOver.Ready ready =
            transactions.execute(
                status -> {
                  learned.forEach(this::write);
                  return begin(message, claim);
                });
        learned.clear();
        return ready;
      } catch (RuntimeException e) {
        log.warn("message {}: what came before it is written alone", message.id(), e);
        OneLook.forgetAll();
      }
    }
    writeDown();
    return transactions.execute(status -> begin(message, claim));
  }

  /** All that is needed is read before it begins: from there on only the carrier may fail. */
  private HandingOver.@Nullable Ready begin(Message message, String claim) {
    return checking.mayGo(message, claim) && leases.begin(message.id(), claim)
        ? handingOver.ready(message)
        : null;
  }

  /** A node that stood still for longer has lost the message to the others, and keeps away. */
  private boolean isInTime(long before) {
    return System.nanoTime() - before < settings.lease().toNanos();
  }

  /**
   * A carrier that can be asked may know at once what became of a lost answer. That it knows of
   * nothing proves nothing yet, the message may still be on its way there: it stays as it is until
   * the lease is over, and is asked about again.
   */
  private boolean handedOver(HandingOver.Ready ready, String claim) {
    Handover handover = handingOver.handOver(ready);
    if (handover.outcome() == Handover.Outcome.NOT_KNOWN) {
      Optional<Handover> found = handingOver.ask(ready);
      if (found.isPresent() && found.get().outcome() != Handover.Outcome.TAKEN) {
        return false;
      }
      handover = found.orElse(handover);
    }
    learned.add(new Learned(ready.message(), claim, handover));
    return handover.outcome() == Handover.Outcome.TAKEN;
  }

  /**
   * What a carrier said is not forgotten while the database is away, but written when it is back.
   */
  private void writeDown() {
    for (Learned next = learned.peek(); next != null; next = learned.peek()) {
      Learned one = next;
      try {
        transactions.executeWithoutResult(status -> write(one));
      } catch (RuntimeException e) {
        if (!DatabaseAway.isBehind(e)) {
          learned.remove();
        }
        throw e;
      }
      learned.remove();
    }
  }

  private void write(Learned one) {
    ending.ended(one.message(), one.claim(), one.handover());
  }

  private void writeDownLast() {
    try {
      writeDown();
    } catch (RuntimeException e) {
      log.error("what came of a message could not be written yet", e);
    }
  }

  /** A message whose node died while it handed it over: the carrier may know of it. */
  private void lost(Message message) {
    try {
      Optional<Handover> found = handingOver.ask(message);
      transactions.executeWithoutResult(
          status ->
              found.ifPresentOrElse(
                  one -> ending.foundOut(message, one), () -> ending.giveUp(message)));
    } catch (RuntimeException e) {
      log.error("message {}: what became of it could not be found out yet", message.id(), e);
    }
  }

  /** A message that waits for something: has it come? */
  private void look(Message message) {
    transactions.executeWithoutResult(status -> checking.lookAgain(message.id()));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }
}

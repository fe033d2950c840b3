package uk.attendance.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.pupil.Channel;
import uk.attendance.school.SchoolId;

/**
 * Asks carriers how messages fared that they took: soon at first, then more and more seldom, and at
 * last no more. When a message is asked about next is written down before anybody asks, so that
 * several nodes share the work and one that dies loses nothing.
 */
@Component
public class FollowingUp {

  private static final Logger log = LoggerFactory.getLogger(FollowingUp.class);
  private static final int AT_ONCE = 200;

  private final Outbox outbox;
  private final ChoosingChannel choosing;
  private final Deliveries deliveries;
  private final LetterSettings settings;
  private final TransactionTemplate transactions;
  private final Clock clock;

  FollowingUp(
      Outbox outbox,
      ChoosingChannel choosing,
      Deliveries deliveries,
      LetterSettings settings,
      TransactionTemplate transactions,
      Clock clock) {
    this.outbox = outbox;
    this.choosing = choosing;
    this.deliveries = deliveries;
    this.settings = settings;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Way(SchoolId school, Channel channel) {}

  /** Asks about everything that is due now. */
  public void followUp() {
    List<Message> mine;
    do {
      mine = Objects.requireNonNull(transactions.execute(status -> claim()));
      Map<Way, List<Message>> ways = new HashMap<>();
      for (Message message : mine) {
        ways.computeIfAbsent(
                new Way(message.school(), Objects.requireNonNull(message.channel())),
                way -> new ArrayList<>())
            .add(message);
      }
      ways.forEach(this::ask);
    } while (mine.size() == AT_ONCE);
  }

  private List<Message> claim() {
    Instant now = clock.instant();
    List<Message> due = outbox.toFollowUp(now, AT_ONCE);
    for (Message message : due) {
      Instant taken = Objects.requireNonNullElse(message.settledAt(), message.orderedAt());
      outbox.followUp(message.id(), settings.followUp(taken, now));
    }
    return due;
  }

  private void ask(Way way, List<Message> messages) {
    try {
      choosing
          .carrier(way.school(), way.channel())
          .ifPresent(
              carrier ->
                  carrier
                      .followUp(
                          way.school(),
                          messages.stream()
                              .map(Message::carrierRef)
                              .filter(Objects::nonNull)
                              .toList())
                      .forEach((reference, delivery) -> tell(way.school(), reference, delivery)));
    } catch (RuntimeException e) {
      log.error(
          "how {} messages of school {} fared could not be found out; they are asked about again",
          messages.size(),
          way.school(),
          e);
    }
  }

  private void tell(SchoolId school, String reference, Delivery delivery) {
    transactions.executeWithoutResult(
        status -> {
          switch (delivery.fate()) {
            case ARRIVED -> deliveries.delivered(school, reference, delivery.at());
            case NOT_DELIVERED -> deliveries.failed(school, reference, delivery.words());
            case ON_ITS_WAY -> {
              // asked about again at its time
            }
          }
        });
  }
}

package uk.attendance.notify;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Deliveries;
import uk.attendance.letter.Delivery;
import uk.attendance.school.SchoolId;

/** What Notify tells of a text of its own accord. */
@Component
public class Receipts {

  private final Deliveries deliveries;
  private final Clock clock;

  Receipts(Deliveries deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Takes a receipt, however often and late it comes.
   *
   * @param id what Notify calls the text
   * @param reference what we call it; null where it is none of ours
   * @param letter whether it is a letter on paper
   * @return false where the text is still being handed over, so that it has to be told again
   */
  public boolean take(
      SchoolId school,
      String id,
      @Nullable String reference,
      String status,
      boolean letter,
      @Nullable Instant completedAt) {
    // asked first: whoever hands it over may be done a moment later
    boolean beingSent =
        reference != null && deliveries.isBeingSent(school, AskingNotify.mailId(reference));
    Delivery delivery = Statuses.of(status, letter, completedAt, clock.instant());
    boolean news =
        switch (delivery.fate()) {
          case ARRIVED -> deliveries.delivered(school, id, delivery.at());
          case NOT_DELIVERED -> deliveries.failed(school, id, delivery.words());
          case ON_ITS_WAY -> true;
        };
    return news || !beingSent;
  }
}

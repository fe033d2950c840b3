package uk.attendance.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.letter.Delivery;

/** What the statuses of Notify mean for a message, in words for the school. */
final class Statuses {

  private Statuses() {}

  /**
   * @param letter whether it is a letter on paper
   * @param completedAt when the status was reached; null where Notify does not say
   */
  static Delivery of(String status, boolean letter, @Nullable Instant completedAt, Instant now) {
    Instant at = completedAt == null ? now : completedAt;
    String lost = letter ? lostLetter(status) : lostText(status);
    if (lost != null) {
      return new Delivery(Delivery.Fate.NOT_DELIVERED, lost, at);
    }
    boolean arrived = letter ? status.equals("received") : status.equals("delivered");
    return new Delivery(arrived ? Delivery.Fate.ARRIVED : Delivery.Fate.ON_ITS_WAY, status, at);
  }

  private static @Nullable String lostText(String status) {
    return switch (status) {
      case "permanent-failure" ->
          "The number is wrong or not in use, or its network refuses our texts.";
      case "temporary-failure" ->
          "The telephone was off, had no signal or no room for it, for days.";
      case "technical-failure" ->
          "There was a fault between GOV.UK Notify and the mobile network; it was not sent.";
      default -> null;
    };
  }

  /** Of a technical failure of a letter Notify says that it mends it, and not to send it again. */
  private static @Nullable String lostLetter(String status) {
    return switch (status) {
      case "permanent-failure" -> "The printer of GOV.UK Notify cannot print it.";
      case "cancelled" -> "It was cancelled at GOV.UK Notify.";
      case "virus-scan-failed" -> "The virus scan of GOV.UK Notify stopped it.";
      case "validation-failed" ->
          "GOV.UK Notify does not print it: the address does not end with a postcode, or a part "
              + "lies outside the area that is printed.";
      default -> null;
    };
  }
}

package uk.attendance.letter;

import java.time.Instant;

/**
 * How a message fared after its carrier took it.
 *
 * @param words what the other side says of it
 * @param at when it arrived; otherwise of no meaning
 */
public record Delivery(Fate fate, String words, Instant at) {

  /** How far it came. */
  public enum Fate {
    ON_ITS_WAY,
    ARRIVED,
    NOT_DELIVERED
  }
}

package uk.attendance.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of handing a message over.
 *
 * @param detail what the other side said, for the person who has to sort it out
 * @param reference what the other side calls the message from now on; null where it gave no name
 * @param notBefore when it may be tried again, where the other side named a time: such a wait is no
 *     fault and does not count as an attempt
 */
public record Handover(
    Outcome outcome, String detail, @Nullable String reference, @Nullable Instant notBefore) {

  /** What is known afterwards. */
  public enum Outcome {
    /** The other side took it. */
    TAKEN,
    /** It was not taken, and may be another time. */
    NOT_NOW,
    /** It was not taken, and nothing of the school will be until somebody puts something right. */
    NOT_SET_UP,
    /** It was not taken and never will be. */
    REFUSED,
    /** It was sent, and the answer was lost. */
    NOT_KNOWN
  }

  public static Handover taken(String detail) {
    return new Handover(Outcome.TAKEN, detail, null, null);
  }

  public static Handover taken(String detail, String reference) {
    return new Handover(Outcome.TAKEN, detail, reference, null);
  }

  public static Handover notNow(String detail) {
    return new Handover(Outcome.NOT_NOW, detail, null, null);
  }

  public static Handover notBefore(Instant notBefore, String detail) {
    return new Handover(Outcome.NOT_NOW, detail, null, notBefore);
  }

  public static Handover notSetUp(String detail) {
    return new Handover(Outcome.NOT_SET_UP, detail, null, null);
  }

  public static Handover refused(String detail) {
    return new Handover(Outcome.REFUSED, detail, null, null);
  }

  public static Handover notKnown(String detail) {
    return new Handover(Outcome.NOT_KNOWN, detail, null, null);
  }
}

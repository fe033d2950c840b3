package uk.attendance.letter;

import org.jspecify.annotations.Nullable;

/**
 * What came of handing a message over.
 *
 * @param detail what the other side said, for the person who has to sort it out
 * @param reference what the other side calls the message from now on; null where it gave no name
 */
public record Handover(Outcome outcome, String detail, @Nullable String reference) {

  /** What is known afterwards. */
  public enum Outcome {
    /** The other side took it. */
    TAKEN,
    /** It was not taken, and may be another time. */
    NOT_NOW,
    /** It was not taken and never will be. */
    REFUSED,
    /** It was sent, and the answer was lost. */
    NOT_KNOWN
  }

  public static Handover taken(String detail) {
    return new Handover(Outcome.TAKEN, detail, null);
  }

  public static Handover taken(String detail, String reference) {
    return new Handover(Outcome.TAKEN, detail, reference);
  }

  public static Handover notNow(String detail) {
    return new Handover(Outcome.NOT_NOW, detail, null);
  }

  public static Handover refused(String detail) {
    return new Handover(Outcome.REFUSED, detail, null);
  }

  public static Handover notKnown(String detail) {
    return new Handover(Outcome.NOT_KNOWN, detail, null);
  }
}

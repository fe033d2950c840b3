package uk.attendance.letter;

/**
 * What came of handing a message over.
 *
 * @param detail what the other side said, for the person who has to sort it out
 */
public record Handover(Outcome outcome, String detail) {

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
    return new Handover(Outcome.TAKEN, detail);
  }

  public static Handover notNow(String detail) {
    return new Handover(Outcome.NOT_NOW, detail);
  }

  public static Handover refused(String detail) {
    return new Handover(Outcome.REFUSED, detail);
  }

  public static Handover notKnown(String detail) {
    return new Handover(Outcome.NOT_KNOWN, detail);
  }
}

package uk.attendance.letter;

/** A letter cannot go on its way yet; the sentence says what stands in it. */
public class StillMissing extends RuntimeException {

  private final String sentence;

  StillMissing(MessageId id, String sentence) {
    super("sending message %s: %s".formatted(id, sentence));
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}

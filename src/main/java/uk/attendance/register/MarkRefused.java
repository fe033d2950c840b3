package uk.attendance.register;

/**
 * A mark that cannot stand in the register; the message is a sentence for the person who gave it.
 */
public class MarkRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MarkRefused(String sentence) {
    super(sentence);
  }
}

package uk.attendance.file;

/** A file that cannot be read at all; the message is a sentence for the person who brought it. */
public class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableFile(String sentence) {
    super(sentence);
  }
}

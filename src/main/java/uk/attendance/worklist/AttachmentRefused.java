package uk.attendance.worklist;

/** A file cannot be added to a task; the sentence is shown beside the field. */
public class AttachmentRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AttachmentRefused(String sentence) {
    super(sentence);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}

package uk.attendance.worklist;

import uk.attendance.casefile.TaskId;

/** An answer cannot be taken back (any more); the sentence says why. */
public class UndoRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  UndoRefused(TaskId task, String sentence) {
    super("taking back the answer to task %s: %s".formatted(task, sentence));
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}

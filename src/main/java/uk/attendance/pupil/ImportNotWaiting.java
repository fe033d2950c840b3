package uk.attendance.pupil;

/** Somebody already applied or dropped the file: look at what became of it instead. */
public class ImportNotWaiting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportNotWaiting(long id) {
    super(
        "apply import %d: found it applied or dropped already, needs one that waits".formatted(id));
  }
}

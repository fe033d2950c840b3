package uk.attendance.casefile;

/** A case cannot be opened again: it is open, or another of its kind is. */
public class NotReopened extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotReopened(CaseId id) {
    super(
        "opening case %s again: it is open, or another of its process, pupil and cause is"
            .formatted(id));
  }
}

package uk.attendance.pupil;

import java.time.Instant;
import uk.attendance.school.SchoolId;

/**
 * A file of pupils or contacts that was brought in, and what it changed or, while it waits, would
 * change.
 *
 * @param by name and title of the person who brought it
 * @param rows data rows in the file; each was added, changed, unchanged or rejected
 * @param notInFile pupils on roll whom the file does not name; they stay as they are
 * @param remarks sentences on what a person should know before saying yes; may be empty
 */
public record PeopleImport(
    long id,
    SchoolId school,
    Kind kind,
    State state,
    String fileName,
    String by,
    Instant at,
    int rows,
    int added,
    int changed,
    int unchanged,
    int rejected,
    int notInFile,
    String remarks) {

  /** What the file names. */
  public enum Kind {
    PUPILS("pupils"),
    CONTACTS("contacts");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /** A file waits for a yes until it is applied or dropped. */
  public enum State {
    WAITING,
    DONE,
    DROPPED
  }

  public boolean isWaiting() {
    return state == State.WAITING;
  }

  /** Somebody who may not be contacted would be. */
  public boolean liftsANoContactOrder() {
    return remarks.contains(ContactsFile.LIFTED);
  }

  public boolean changesNothing() {
    return added == 0 && changed == 0;
  }
}

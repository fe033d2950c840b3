package uk.attendance.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseFile;
import uk.attendance.form.Form;
import uk.attendance.form.Supplied;
import uk.attendance.pupil.Pupil;

/** How a task stands that a person looks at. */
public sealed interface TaskInSight {

  /** Its form; empty where there is none any more. */
  Optional<Form> asked();

  /**
   * Somebody has yet to do it.
   *
   * @param supplied what the case supplies to the form
   * @param mayAnswer whether this person may
   * @param draft what this person typed before
   * @param others who else has begun
   */
  record Open(
      OpenTask task,
      CaseFile file,
      Pupil pupil,
      Form form,
      Supplied supplied,
      boolean mayAnswer,
      Optional<Drafts.Draft> draft,
      List<Drafts.Colleague> others)
      implements TaskInSight {

    public Open {
      others = List.copyOf(others);
    }

    @Override
    public Optional<Form> asked() {
      return Optional.of(form);
    }
  }

  /** Open, but the safeguarding lead holds the pupil: nothing more is told. */
  record Held(OpenTask task, Optional<Form> asked) implements TaskInSight {}

  /**
   * Answered, and perhaps taken back.
   *
   * @param undoUntil the last instant at which this person may take it back; empty when none may
   */
  record Done(
      Submission submission,
      Pupil pupil,
      Optional<Form> asked,
      Optional<Drafts.Draft> draft,
      Optional<Instant> undoUntil)
      implements TaskInSight {

    public boolean isBy(SignedIn person) {
      return person.id().equals(submission.submittedBy());
    }
  }

  /** Taken away before anybody answered: what it was about is settled otherwise. */
  record Withdrawn(CaseFile file, Pupil pupil, Optional<Form> asked, Optional<Drafts.Draft> draft)
      implements TaskInSight {}
}

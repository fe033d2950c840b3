package uk.attendance.worklist;

import java.util.List;
import java.util.Optional;
import uk.attendance.casefile.CaseFile;
import uk.attendance.form.Form;
import uk.attendance.form.Supplied;
import uk.attendance.pupil.Pupil;

/** How a task stands that a person looks at. */
public sealed interface TaskInSight {

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
  }

  /** Open, but the safeguarding lead holds the pupil: nothing more is told. */
  record Held(OpenTask task) implements TaskInSight {}

  /** Answered, and perhaps taken back. */
  record Done(Submission submission, CaseFile file, Optional<Drafts.Draft> draft)
      implements TaskInSight {}

  /** Taken away before anybody answered: what it was about is settled otherwise. */
  record Withdrawn(CaseFile file, Optional<Drafts.Draft> draft) implements TaskInSight {}
}

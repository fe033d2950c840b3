package uk.attendance.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.Timeline;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.AnswersTask.Answered;

/**
 * Takes an answer back within the recall window: the feature undoes what followed from it; the
 * record keeps the answer and that it was taken back.
 */
@Component
public class UndoingAnswers {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.UK).withZone(SchoolCalendar.ZONE);

  private final Submissions submissions;
  private final CaseFiles cases;
  private final Holds holds;
  private final TaskAnswers features;
  private final RecallWindow recall;
  private final Timeline timeline;
  private final Retrying retrying;
  private final Clock clock;

  UndoingAnswers(
      Submissions submissions,
      CaseFiles cases,
      Holds holds,
      TaskAnswers features,
      RecallWindow recall,
      Timeline timeline,
      Retrying retrying,
      Clock clock) {
    this.submissions = submissions;
    this.cases = cases;
    this.holds = holds;
    this.features = features;
    this.recall = recall;
    this.timeline = timeline;
    this.retrying = retrying;
    this.clock = clock;
  }

  /** Until when somebody may take an answer back; empty when it is too late or never was. */
  public Optional<Instant> openUntil(Submission submission, Scope scope) {
    Instant end = end(submission);
    return submission.undone() == null
            && features.canBeUndone(submission.task())
            && TaskRights.does(scope, submission.school(), submission.role())
            && !clock.instant().isAfter(end)
        ? Optional.of(end)
        : Optional.empty();
  }

  /**
   * @throws UndoRefused when it is too late, was done already, or cannot be
   * @throws TaskOnHold while the safeguarding lead holds the pupil
   * @throws NotAllowed when the task was for another role
   * @throws NotInSight when there is no such answer within the scope
   */
  public void undo(TaskId id, Actor by, Scope scope) {
    retrying.inOneTransaction(
        () -> {
          Submission submission =
              submissions.find(id, scope).orElseThrow(() -> new NotInSight("task", id));
          undo(submission, by, scope);
          return id;
        });
  }

  private void undo(Submission submission, Actor by, Scope scope) {
    TaskId id = submission.id();
    if (by.id() != null && !TaskRights.does(scope, submission.school(), submission.role())) {
      throw new NotAllowed(
          "taking back the answer to task " + id,
          submission.school(),
          scope.rolesAt(submission.school()),
          List.of(submission.role()));
    }
    if (holds.isHeld(submission.pupil())) {
      throw new TaskOnHold(id);
    }
    if (!features.canBeUndone(submission.task())) {
      throw new UndoRefused(id, "What this task is answered with cannot be taken back.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant end = end(submission);
    if (now.isAfter(end)) {
      throw new UndoRefused(
          id,
          "It could be taken back until %s. Add a note to the case instead."
              .formatted(TIME.format(end)));
    }
    if (!submissions.undo(id, by, now)) {
      throw new UndoRefused(id, "It has been taken back already.");
    }
    CaseFile file = cases.get(submission.caseId());
    features.undo(new Answered(id, submission.task(), file, submission.answers(), by));
    timeline.write(
        file.id(),
        EntryKind.UNDONE,
        submission.task(),
        "What was answered at %s was taken back".formatted(TIME.format(submission.submittedAt())),
        null,
        id.value(),
        by);
  }

  private Instant end(Submission submission) {
    return recall.ends(cases.get(submission.caseId()), submission.submittedAt());
  }
}

package uk.attendance.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.SchoolCalendar;

/**
 * A call that somebody made and answered for.
 *
 * @param outcome as the form names it
 * @param reason key of the reason given; null where none was
 * @param spokeTo the contact's number in the school's own system
 * @param undone it was taken back, and stays in the record
 */
public record CallMade(
    TaskId task,
    CaseId caseId,
    String kind,
    Pupil pupil,
    String outcome,
    @Nullable String reason,
    @Nullable LocalDate expectedReturn,
    @Nullable String spokeTo,
    String by,
    Instant at,
    boolean undone) {

  public LocalDate day() {
    return SchoolCalendar.dayOf(at);
  }

  public boolean explained() {
    return outcome.equals(CallOutcome.REASON_GIVEN.key());
  }

  /** "no answer" */
  public String words() {
    return CallOutcome.of(outcome).map(CallOutcome::afterwards).orElse(outcome);
  }
}

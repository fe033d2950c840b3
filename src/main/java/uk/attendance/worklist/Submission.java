package uk.attendance.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Filled.Line;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * Exactly what somebody submitted.
 *
 * @param task its key
 * @param lines the form as it was filled in, in words
 * @param answers by field key, typed as the form types them
 * @param submittedBy null for the program and for people without an account
 * @param undone who took it back, and when; null while it stands
 */
public record Submission(
    TaskId id,
    CaseId caseId,
    SchoolId school,
    PupilId pupil,
    String task,
    Role role,
    List<Line> lines,
    Map<String, Object> answers,
    String outcome,
    @Nullable AccountId submittedBy,
    String submittedName,
    String submittedTitle,
    Instant submittedAt,
    @Nullable Undone undone) {

  /** Taken back. */
  public record Undone(String name, String title, Instant at) {}

  public Submission {
    lines = List.copyOf(lines);
    answers = Map.copyOf(answers);
  }

  /** Whether a file is part of it. */
  public boolean names(Attachment attachment) {
    return answers.get(attachment.field()) instanceof List<?> files
        && files.contains(Long.toString(attachment.id()));
  }
}

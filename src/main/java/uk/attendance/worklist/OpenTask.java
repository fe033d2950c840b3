package uk.attendance.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.Why;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/**
 * A task that somebody has yet to do.
 *
 * @param classId the pupil's when the task opened
 * @param task its key, such as {@code telephone-parents}
 * @param role key of the role it is for
 * @param assignee who took it
 * @param dueAt the first instant that is too late
 * @param dueOn the due day; it counts whole
 * @param onHold whether the safeguarding lead holds everything about the pupil
 * @param revision whoever changes the row says which one they saw
 */
public record OpenTask(
    TaskId id,
    CaseId caseId,
    SchoolId school,
    PupilId pupil,
    @Nullable ClassId classId,
    String task,
    String role,
    @Nullable AccountId assignee,
    Instant dueAt,
    LocalDate dueOn,
    Instant openedAt,
    @Nullable Why why,
    @Nullable LocalDate postponedUntil,
    @Nullable String postponedBecause,
    boolean onHold,
    int revision) {}

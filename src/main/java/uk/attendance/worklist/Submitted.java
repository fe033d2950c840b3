package uk.attendance.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.TaskId;

/**
 * A task that is done.
 *
 * @param file its case, as it stood before
 * @param outcome what came of it
 * @param undoUntil the last instant at which it can be taken back; null where that cannot be
 */
public record Submitted(
    TaskId id, String task, CaseFile file, String outcome, @Nullable Instant undoUntil) {}

package uk.attendance.folder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.SchoolId;

/**
 * A file that was taken from a watched folder.
 *
 * @param name as it lay there
 * @param modifiedAt the file's own time: when it was exported
 * @param registerFile the file among the register files, once it is there
 * @param peopleFile the file among those of pupils and contacts, once it is there
 * @param outcome null while it is at work
 * @param sentence what became of it
 * @param endedName as it lies in done or failed
 * @param endedAt null until it lies there
 */
public record FolderFile(
    long id,
    SchoolId school,
    String name,
    String takenName,
    long size,
    Instant modifiedAt,
    Instant takenAt,
    @Nullable Kind kind,
    @Nullable Long registerFile,
    @Nullable Long peopleFile,
    int attempts,
    @Nullable Outcome outcome,
    @Nullable String sentence,
    @Nullable String endedName,
    @Nullable Instant endedAt) {}

package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.Session;

/**
 * A mark of a file that was read and found good.
 *
 * @param code {@link Marks#NONE} where the file says: not marked
 * @param settled false for no mark and for a code that still awaits a reason
 * @param timed whether the row itself names the time
 */
record StagedMark(
    int line,
    long pupil,
    LocalDate day,
    Session session,
    String code,
    boolean settled,
    @Nullable Integer minutesLate,
    @Nullable String note,
    Instant markedAt,
    boolean timed) {}

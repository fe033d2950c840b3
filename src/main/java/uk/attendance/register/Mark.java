package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Session;

/**
 * What the register says about one session of a pupil.
 *
 * @param decidedHere a person settled it here: a file's N never undoes it
 * @param markedAt when the extract was made or the person decided
 */
public record Mark(
    PupilId pupil,
    LocalDate day,
    Session session,
    String code,
    @Nullable Integer minutesLate,
    @Nullable String note,
    boolean decidedHere,
    Instant markedAt) {}

package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Session;

/**
 * One change of a mark, kept for good (NF-R4).
 *
 * @param position 1, 2, 3 ... within the pupil's chain
 * @param original the code before; {@link Marks#NONE} where there was no mark
 * @param amended the code after; {@link Marks#NONE} where the mark was taken back
 * @param importId the file that brought the change; null when a person made it here
 */
public record Amendment(
    PupilId pupil,
    int position,
    LocalDate day,
    Session session,
    String original,
    String amended,
    String reason,
    Author by,
    Instant at,
    @Nullable ImportId importId) {

  /** Databases round to microseconds, up as well as down: what was sealed must be what is kept. */
  public Amendment {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }
}

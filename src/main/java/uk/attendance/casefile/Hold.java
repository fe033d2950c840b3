package uk.attendance.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * The safeguarding lead's hold on everything about a pupil.
 *
 * @param reason only for those who may place holds
 * @param reviewOn when somebody looks at it again
 * @param releasedAt null while it holds
 */
public record Hold(
    long id,
    SchoolId school,
    PupilId pupil,
    String reason,
    @Nullable LocalDate reviewOn,
    String placedBy,
    String placedTitle,
    Instant placedAt,
    @Nullable String releasedBy,
    @Nullable Instant releasedAt) {

  /** What everybody else is told. */
  public static final String SENTENCE =
      "The safeguarding lead has put this on hold. Speak to them before you do anything.";
}

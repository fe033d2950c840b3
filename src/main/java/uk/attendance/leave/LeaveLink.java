package uk.attendance.leave;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;

/**
 * A link that somebody without an account holds, good for one thing.
 *
 * @param contact whom it was sent to; null where the applicant is no contact of the school
 * @param request the request whose decision is appealed against; null for a new request
 * @param became the conversation that its use began; null while it was not used
 */
public record LeaveLink(
    long id,
    SchoolId school,
    Purpose purpose,
    @Nullable ContactId contact,
    @Nullable Long request,
    Instant expiresAt,
    @Nullable String became) {

  /** What it is good for. */
  public enum Purpose {
    REQUEST,
    APPEAL;

    String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public boolean isUsed() {
    return became != null;
  }

  /** The form that it opens: papers are added to it before it is sent, and it is sent once. */
  public String form() {
    return "link-" + id;
  }
}

package uk.attendance.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import uk.attendance.letter.MessageId;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;

/**
 * The link of one message.
 *
 * @param expiresAt the first moment at which it works no more
 * @param wrongDates wrong dates of birth so far
 * @param openedAt when a right one was first given; a page that was merely looked at is not opened
 */
public record Link(
    MessageId message,
    SchoolId school,
    ContactId contact,
    Instant madeAt,
    Instant expiresAt,
    int wrongDates,
    @Nullable Instant openedAt,
    @Nullable Instant lockedAt) {

  boolean isLive(Instant now) {
    return lockedAt == null && now.isBefore(expiresAt);
  }
}

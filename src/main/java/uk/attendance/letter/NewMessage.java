package uk.attendance.letter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Why;
import uk.attendance.policy.Letter;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.ContactId;

/**
 * A message to be put into the outbox.
 *
 * @param facts as the case gave them
 * @param written null where the letter could not be written
 */
record NewMessage(
    CaseFile about,
    Letter letter,
    Map<String, Object> facts,
    Why why,
    @Nullable ContactId contact,
    String recipient,
    String orderKey,
    @Nullable Channel channel,
    @Nullable String address,
    Wording.@Nullable Written written,
    MessageState state,
    @Nullable Reason reason,
    @Nullable String detail,
    Instant sendAfter) {

  /** Why it does not go, as a sentence; empty where it does. */
  String because() {
    return Message.because(reason, Outbox.cut(detail));
  }
}

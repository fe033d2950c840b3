package uk.attendance.letter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.Why;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.ContactId;
import uk.attendance.school.SchoolId;

/**
 * A letter to one recipient, without its words.
 *
 * @param title what the pack calls the letter
 * @param contact null: the local authority, or nobody
 * @param channel null where none was found
 * @param address where it goes, as it stood when it was ordered
 * @param subject null where the letter could not be written
 * @param reason why it is held, failed, was withdrawn or not sent
 * @param detail what the reason alone does not say
 * @param sendAfter when recall window, quiet hours and closed days are over
 * @param mailId its Message-ID, the same for every attempt
 * @param carrierRef what its carrier calls it; null where it was not taken or has no such name
 * @param deliveredAt when it arrived; null where nobody told us
 * @param asked how often its carrier was asked what became of it, while the answer is lost
 * @param mergedInto the message that went for both, since the words and the number are the same
 */
public record Message(
    MessageId id,
    SchoolId school,
    String letter,
    String title,
    @Nullable ContactId contact,
    String recipient,
    @Nullable Channel channel,
    @Nullable String address,
    @Nullable String subject,
    MessageState state,
    @Nullable Reason reason,
    @Nullable String detail,
    Why why,
    Instant orderedAt,
    LocalDate orderedOn,
    Instant sendAfter,
    int attempts,
    String mailId,
    @Nullable Instant printedAt,
    @Nullable Instant settledAt,
    @Nullable String carrierRef,
    @Nullable Instant deliveredAt,
    int asked,
    @Nullable MessageId mergedInto) {

  /** Why it does not go, as a sentence; empty where it does. */
  public String because() {
    return because(reason, detail);
  }

  static String because(@Nullable Reason reason, @Nullable String detail) {
    if (reason == null) {
      return detail == null ? "" : detail;
    }
    return detail == null ? reason.sentence() : reason.sentence() + " " + detail;
  }

  /** Whether a person waits for it outside the school, rather than the local authority. */
  boolean isForContact() {
    return contact != null;
  }
}

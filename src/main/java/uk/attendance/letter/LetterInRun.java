package uk.attendance.letter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the address sheet, and what became of its letter.
 *
 * @param number its place in the stack
 * @param address as it stands on the paper
 * @param pages null until the run's PDF is made
 * @param at when it was posted or left out
 * @param by who posted it or left it out
 * @param because why it is not to be posted
 */
public record LetterInRun(
    int number,
    MessageId message,
    String title,
    String recipient,
    List<String> address,
    @Nullable Integer pages,
    Standing standing,
    @Nullable Instant at,
    @Nullable String by,
    String because) {

  /** Where a letter of a run stands. */
  public enum Standing {
    /** Printed, and not in the post yet. */
    TO_POST,
    POSTED,
    /** Must not go any more, and lies in the stack or its envelope. */
    TAKE_OUT,
    LEFT_OUT
  }

  LetterInRun takenOut(String reason) {
    return new LetterInRun(
        number, message, title, recipient, address, pages, Standing.TAKE_OUT, null, null, reason);
  }

  /** Letters to one address, whoever they are to, lie together. */
  public String household() {
    return EnvelopeOrder.household(String.join("\n", address));
  }
}

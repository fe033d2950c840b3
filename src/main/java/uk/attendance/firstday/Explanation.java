package uk.attendance.firstday;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.register.Author;

/**
 * Why a pupil is away, as somebody said it.
 *
 * @param reason as table {@code absence-code} knows it: {@code illness}, {@code other} ...
 * @param text in their words; may be empty
 * @param from who said it, in words: "the mother"; may be empty
 * @param on the day it was said for
 * @param expectedReturn null where nobody could say
 * @param author who wrote it down
 */
record Explanation(
    String reason,
    String text,
    String from,
    LocalDate on,
    @Nullable LocalDate expectedReturn,
    Author author) {

  /** As an amendment and the timeline say it. */
  String words() {
    String said = reason.replace('-', ' ');
    String words = Character.toUpperCase(said.charAt(0)) + said.substring(1);
    if (!text.isBlank()) {
      words += ": " + text.strip();
    }
    return from.isBlank() ? words : words + " (said by " + from + ")";
  }
}

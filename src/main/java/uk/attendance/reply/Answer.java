package uk.attendance.reply;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Reason;
import uk.attendance.school.DayWords;

/**
 * What a parent says.
 *
 * @param children whom it is about; only those whose date of birth was given
 * @param words theirs; may be empty
 * @param expectedReturn null: not known yet
 * @param press of the form's button; pressed twice, it answers once
 */
public record Answer(
    Set<PupilId> children,
    Reason reason,
    String words,
    @Nullable LocalDate expectedReturn,
    String press) {

  public Answer {
    children = Set.copyOf(children);
  }

  /** "Illness: tummy bug. Expected back on Wednesday 5 November 2025." */
  String inWords() {
    String said = words.strip();
    return reason.words()
        + (said.isEmpty() ? "" : ": " + said)
        + (said.matches("(?s).*[.!?]") ? "" : ".")
        + (expectedReturn == null
            ? " Not known yet when back."
            : " Expected back on " + DayWords.full(expectedReturn) + ".");
  }

  /** Whether the child is away on a day, as far as they say. */
  boolean isAwayOn(LocalDate day) {
    return expectedReturn == null || expectedReturn.isAfter(day);
  }
}

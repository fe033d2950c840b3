package uk.attendance.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * School days in a row all of whose sessions bear codes of one kind. A closed day neither counts
 * nor breaks it (NF-M1); nor does a session without a mark, which says nothing about the pupil.
 *
 * @param days in the run that is still going on at the newest mark; 0 when none is
 * @param since its first day; null when none is going on
 * @param longest days of the longest run, this one included
 */
public record Run(int days, @Nullable LocalDate since, int longest) {

  static final Run NONE = new Run(0, null, 0);

  Run andOneMore(LocalDate day) {
    return new Run(days + 1, since == null ? day : since, Math.max(longest, days + 1));
  }

  Run broken() {
    return days == 0 ? this : new Run(0, null, longest);
  }

  /** Forgets what was longest before a school year, but not the run that reaches into it. */
  Run intoANewYear() {
    return new Run(days, since, days);
  }
}

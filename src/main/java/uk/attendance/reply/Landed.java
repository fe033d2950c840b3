package uk.attendance.reply;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.attendance.casefile.CaseId;

/**
 * How an answer landed for one child.
 *
 * @param about the last day of absence that it is for
 * @param rule of the policy's row; null where none was asked
 */
record Landed(Child child, CaseId caseId, LocalDate about, Landing landing, @Nullable String rule) {

  /** What became of an answer. */
  enum Landing {
    /** The case was told: nobody rings about it any more. */
    EXPLAINED,
    /** A person reads it. */
    NOTE,
    /** Nobody asked any more; it is kept all the same. */
    AFTERWARDS
  }
}

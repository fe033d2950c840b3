package uk.attendance.policy;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One register code and what it means, dated.
 *
 * @param classIfNotAgreed the class where the old mark was flagged as not agreed (H before 19
 *     August 2024); null: the flag changes nothing
 * @param from first day it may stand in a register; null: always could
 * @param until last day it may; null: still may
 */
public record RegisterCode(
    String code,
    String meaning,
    CodeClass codeClass,
    @Nullable CodeClass classIfNotAgreed,
    Set<CodeKind> kinds,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  public RegisterCode {
    kinds = Set.copyOf(kinds);
  }

  public boolean is(CodeKind kind) {
    return kinds.contains(kind);
  }

  /** The class of a mark with this code whose history flag says agreed or not. */
  public CodeClass codeClass(boolean agreed) {
    return agreed || classIfNotAgreed == null ? codeClass : classIfNotAgreed;
  }

  public boolean holdsOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }
}

package uk.attendance.register;

import java.util.Set;
import java.util.function.BiPredicate;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;

/** What kinds of school days in a row the policies ask about; the codes are pack data. */
public enum RunKind {
  /** No reason yet (NF-R3, DH-F2). */
  UNEXPLAINED("unexplained", "unexplained"),
  /** Attendance return (NF-M1, NW-M1). */
  TEN_DAY("ten_day", "ten-day-run"),
  /** A ground for deletion (NF-X3). */
  TWENTY_DAY("twenty_day", "twenty-day-run"),
  /** Sickness return (NF-M2, SV-S1). */
  ILLNESS("illness", "illness"),
  /** Not seen in school, for whatever reason (RT-F3, RT-M1). */
  AWAY("away", null);

  private final String column;
  private final @org.jspecify.annotations.Nullable String codeSet;

  RunKind(String column, @org.jspecify.annotations.Nullable String codeSet) {
    this.column = column;
    this.codeSet = codeSet;
  }

  /** How its columns in {@code pupil_figures} begin. */
  String column() {
    return column;
  }

  /** Whether a mark of a code, as it stands in the register, belongs into such a run. */
  BiPredicate<String, RegisterCode> membersBy(PolicyPack pack) {
    if (codeSet == null) {
      return (code, meaning) -> meaning.codeClass().isAbsence();
    }
    Set<String> codes = Set.copyOf(pack.codeSet(codeSet).codes());
    return (code, meaning) -> codes.contains(code);
  }
}

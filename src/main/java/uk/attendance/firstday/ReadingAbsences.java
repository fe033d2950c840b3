package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.pupil.Pupil;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;

/** Absences whatever their reason, for those who are told of every one that nobody planned. */
@Component
class ReadingAbsences {

  private static final Set<CodeKind> PLANNED =
      Set.of(CodeKind.LEAVE, CodeKind.APPOINTMENT, CodeKind.RELIGIOUS);

  private final Marks marks;
  private final FirstDayRules rules;

  ReadingAbsences(Marks marks, FirstDayRules rules) {
    this.marks = marks;
    this.rules = rules;
  }

  /** The first day of the unplanned absence that is going on; empty when none is. */
  Optional<LocalDate> firstDayOfUnplanned(Pupil pupil, PolicyPack pack, LocalDate today) {
    LocalDate first = null;
    for (Mark mark : ofTheYear(pupil, today)) {
      Optional<RegisterCode> code = pack.codes().find(mark.code(), mark.day());
      if (code.isEmpty()) {
        continue;
      }
      if (!isUnplannedAbsence(code.get())) {
        first = null;
      } else if (first == null) {
        first = mark.day();
      }
    }
    return Optional.ofNullable(first);
  }

  private List<Mark> ofTheYear(Pupil pupil, LocalDate today) {
    return marks.of(
        pupil.id(),
        rules.calendar(pupil.school()).schoolYear(today).first(),
        today,
        Scope.ofTheSystem(pupil.school()));
  }

  private static boolean isUnplannedAbsence(RegisterCode code) {
    return code.codeClass().isAbsence()
        && !code.is(CodeKind.LATE_AFTER_CLOSE)
        && PLANNED.stream().noneMatch(code::is);
  }
}

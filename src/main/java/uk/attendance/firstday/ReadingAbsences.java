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

  /**
   * An unplanned absence that is going on.
   *
   * @param days its school days up to the newest mark, the first included
   */
  record Absence(LocalDate first, LocalDate latest, int days) {}

  /** Empty when none is going on. */
  Optional<Absence> unplanned(Pupil pupil, PolicyPack pack, LocalDate today) {
    LocalDate first = null;
    LocalDate latest = today;
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
      latest = mark.day();
    }
    return first == null
        ? Optional.empty()
        : Optional.of(
            new Absence(
                first,
                latest,
                Math.max(1, rules.calendar(pupil.school()).numberInSpell(first, latest))));
  }

  private List<Mark> ofTheYear(Pupil pupil, LocalDate today) {
    return marks.of(
        pupil.id(),
        rules.calendar(pupil.school()).schoolYear(today).first(),
        today,
        Scope.ofTheSystem(pupil.school()));
  }

  static boolean isUnplannedAbsence(RegisterCode code) {
    return code.codeClass().isAbsence()
        && !code.is(CodeKind.LATE_AFTER_CLOSE)
        && PLANNED.stream().noneMatch(code::is);
  }
}

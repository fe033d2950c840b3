package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.firstday.Spell.MarkSeen;
import uk.attendance.firstday.Spell.Says;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.school.SchoolId;

/** Reads the marks of a pupil as the spell they are. */
@Component
class ReadingSpells {

  private final Marks marks;
  private final FirstDayRules rules;
  private final Explanations explanations;

  ReadingSpells(Marks marks, FirstDayRules rules, Explanations explanations) {
    this.marks = marks;
    this.rules = rules;
    this.explanations = explanations;
  }

  /** The spell of an open case: what lay before its first day is not its own. */
  Spell of(CaseFile file) {
    LocalDate covered = explanations.coveredUntil(file).orElse(null);
    PolicyPack pack = rules.pack(file.pack());
    return Spell.of(
        marksOf(file).stream()
            .map(mark -> new MarkSeen(mark.day(), mark.session(), says(mark, pack, covered, true)))
            .toList());
  }

  /**
   * The spell of a pupil without a case.
   *
   * @param after days up to this one were another case's; null: all of the school year's count
   * @param today the year that is read
   */
  Spell of(PupilId pupil, SchoolId school, @Nullable LocalDate after, LocalDate today) {
    LocalDate year = rules.calendar(school).schoolYear(today).first();
    LocalDate from = after == null || after.isBefore(year) ? year : after.plusDays(1);
    PolicyPack pack = rules.pack(school);
    return Spell.of(
        marks.of(pupil, from, today, Scope.ofTheSystem(school)).stream()
            .map(mark -> new MarkSeen(mark.day(), mark.session(), says(mark, pack, null, false)))
            .toList());
  }

  /** All marks since the first day of a case. */
  List<Mark> marksOf(CaseFile file) {
    return marks.of(
        file.pupil(), file.startedOn(), rules.today(), Scope.ofTheSystem(file.school()));
  }

  /** Marks of a case that await a reason. */
  List<Mark> unexplained(CaseFile file) {
    PolicyPack pack = rules.pack(file.pack());
    return marksOf(file).stream()
        .filter(mark -> says(mark, pack, null, true) == Says.UNEXPLAINED)
        .toList();
  }

  /** Marks of a case without a reason, coded meanwhile or not; all absences where none is so. */
  List<Mark> absent(CaseFile file) {
    PolicyPack pack = rules.pack(file.pack());
    List<Mark> withoutReason = those(file, pack, Set.of(Says.UNEXPLAINED, Says.CODED_HERE));
    return withoutReason.isEmpty() ? those(file, pack, Set.of(Says.EXPLAINED)) : withoutReason;
  }

  private List<Mark> those(CaseFile file, PolicyPack pack, Set<Says> wanted) {
    return marksOf(file).stream()
        .filter(mark -> wanted.contains(says(mark, pack, null, true)))
        .toList();
  }

  /** Whether every mark of a day says that the pupil was in school. */
  boolean wasPresentAllOf(CaseFile file, LocalDate day) {
    PolicyPack pack = rules.pack(file.pack());
    return marksOf(file).stream()
        .filter(mark -> mark.day().equals(day))
        .allMatch(mark -> says(mark, pack, null, true) == Says.PRESENT);
  }

  static Says says(
      Mark mark, PolicyPack pack, @Nullable LocalDate coveredUntil, boolean ofOpenCase) {
    Optional<RegisterCode> found = pack.codes().find(mark.code(), mark.day());
    if (found.isEmpty() || found.get().codeClass() == CodeClass.ADMINISTRATIVE) {
      return Says.NOTHING;
    }
    RegisterCode code = found.get();
    if (code.codeClass() == CodeClass.ATTENDING || code.is(CodeKind.LATE_AFTER_CLOSE)) {
      return Says.PRESENT;
    }
    if (code.is(CodeKind.UNEXPLAINED)) {
      return coveredUntil != null && !mark.day().isAfter(coveredUntil)
          ? Says.TO_BE_CODED
          : Says.UNEXPLAINED;
    }
    return ofOpenCase && mark.decidedHere() && mark.code().equals(codeWithoutReason(pack))
        ? Says.CODED_HERE
        : Says.EXPLAINED;
  }

  private static String codeWithoutReason(PolicyPack pack) {
    return pack.settings().choice("register.code-without-reason");
  }
}

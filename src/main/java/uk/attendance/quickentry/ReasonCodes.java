package uk.attendance.quickentry;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.Decided;
import uk.attendance.policy.Decisions;
import uk.attendance.policy.RegisterCodes;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Marks;
import uk.attendance.register.PlannedMarks;
import uk.attendance.school.SchoolId;

/** Which code a reason becomes, by the school's table {@code absence-code}. */
@Component
class ReasonCodes {

  private static final String TABLE = "absence-code";

  /** The table's answer where a person decides. */
  private static final String UNDECIDED = "decide-absence-code";

  private final Decisions decisions;
  private final EntryRules rules;
  private final Marks marks;
  private final PlannedMarks planned;

  ReasonCodes(Decisions decisions, EntryRules rules, Marks marks, PlannedMarks planned) {
    this.decisions = decisions;
    this.rules = rules;
    this.marks = marks;
    this.planned = planned;
  }

  /**
   * @param code empty where a person decides
   * @param words the rule and what it says: "SV-R6: Genuine illness is authorised."
   */
  record Answer(Optional<String> code, String words) {}

  /**
   * @param inAdvance told before the absence began
   */
  Answer of(
      PupilId pupil,
      SchoolId school,
      LocalDate day,
      Reason reason,
      boolean inAdvance,
      Evidence evidence,
      Scope scope) {
    Decided decided =
        ask(
            school,
            reason,
            inAdvance,
            evidence,
            leaveGranted(pupil, day, rules.pack(school).codes(), scope),
            religiousDaysUsed(pupil, school, day, scope));
    String code = decided.row().answer("code");
    return new Answer(
        code.equals(UNDECIDED) ? Optional.empty() : Optional.of(code),
        decided.row().rule() + ": " + decided.row().words());
  }

  /** Whether it matters for a reason, told in advance or not, that evidence was seen. */
  boolean evidenceDecides(Reason reason, SchoolId school) {
    return Stream.of(true, false)
        .anyMatch(
            inAdvance ->
                !ask(school, reason, inAdvance, Evidence.NONE, false, 0)
                    .row()
                    .answer("code")
                    .equals(
                        ask(school, reason, inAdvance, Evidence.SEEN, false, 0)
                            .row()
                            .answer("code")));
  }

  private Decided ask(
      SchoolId school,
      Reason reason,
      boolean inAdvance,
      Evidence evidence,
      boolean leaveGranted,
      int religiousDaysUsed) {
    return decisions.decide(
        rules.pack(school).version(),
        TABLE,
        Map.of(
            "reason", reason.key(),
            "notifiedInAdvance", inAdvance,
            "evidence", evidence.key(),
            "leaveGranted", leaveGranted,
            "religiousDaysUsed", religiousDaysUsed));
  }

  private boolean leaveGranted(PupilId pupil, LocalDate day, RegisterCodes codes, Scope scope) {
    return planned.of(pupil, day, day, scope).stream()
        .anyMatch(
            mark ->
                codes.find(mark.code(), day).filter(code -> code.is(CodeKind.LEAVE)).isPresent());
  }

  /** Days of this school year before the day, in school days. */
  private int religiousDaysUsed(PupilId pupil, SchoolId school, LocalDate day, Scope scope) {
    LocalDate since = rules.calendar(school).schoolYear(day).first();
    RegisterCodes codes = rules.pack(school).codes();
    return since.equals(day)
        ? 0
        : (int)
            marks.of(pupil, since, day.minusDays(1), scope).stream()
                .filter(
                    mark ->
                        codes
                            .find(mark.code(), mark.day())
                            .filter(code -> code.is(CodeKind.RELIGIOUS))
                            .isPresent())
                .map(mark -> mark.day())
                .distinct()
                .count();
  }
}

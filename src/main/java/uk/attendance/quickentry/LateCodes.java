package uk.attendance.quickentry;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.policy.RegisterCodes;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.RecordingLateArrivals.LateArrival;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.register.PlannedMark;
import uk.attendance.register.PlannedMarks;
import uk.attendance.school.Session;

/** What stands in the way of U for a child who comes after the register closed. */
@Component
class LateCodes {

  private final ReasonCodes reasons;
  private final EntryRules rules;
  private final Marks marks;
  private final PlannedMarks planned;

  LateCodes(ReasonCodes reasons, EntryRules rules, Marks marks, PlannedMarks planned) {
    this.reasons = reasons;
    this.rules = rules;
    this.marks = marks;
    this.planned = planned;
  }

  /** An explanation that takes its own code. */
  record Good(String code, String words) {}

  /** The code of an absence that is settled, or was planned, for the session. */
  Optional<String> known(Pupil pupil, LocalDate day, Session session, Scope scope) {
    RegisterCodes codes = rules.pack(pupil.school()).codes();
    PupilId id = pupil.id();
    Optional<Mark> mark = marks.of(id, day, session, scope);
    if (mark.isPresent() && !is(codes, mark.get().code(), day, CodeKind.UNEXPLAINED)) {
      return mark.map(Mark::code)
          .filter(
              code ->
                  codes.find(code, day).map(RegisterCode::codeClass).orElse(null)
                          != CodeClass.ATTENDING
                      && !is(codes, code, day, CodeKind.LATE_AFTER_CLOSE));
    }
    return planned.of(id, day, day, scope).stream()
        .filter(plan -> plan.session() == session)
        .map(PlannedMark::code)
        .findFirst();
  }

  /** Empty where the explanation is none the table gives a code for. */
  Optional<Good> good(Pupil pupil, LateArrival late, Scope scope) {
    Reason reason = late.reason();
    if (reason == null) {
      return Optional.empty();
    }
    ReasonCodes.Answer answer =
        reasons.of(pupil.id(), pupil.school(), late.day(), reason, false, late.evidence(), scope);
    return answer.code().map(code -> new Good(code, answer.words()));
  }

  private static boolean is(RegisterCodes codes, String code, LocalDate day, CodeKind kind) {
    return codes.find(code, day).filter(found -> found.is(kind)).isPresent();
  }
}

package uk.attendance.leave;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;

/**
 * The marks of the days asked for. Away without leave is any unauthorised absence on a day that was
 * not granted, and illness, which a person weighs (SV-L4, NW-P4); whoever came late was in school.
 */
@Component
class Absences {

  private final Marks marks;
  private final LeaveRules rules;

  Absences(Marks marks, LeaveRules rules) {
    this.marks = marks;
    this.rules = rules;
  }

  List<Mark> asked(LeaveRequest request) {
    return marks.of(
        request.pupil(), request.from(), request.to(), Scope.ofTheSystem(request.school()));
  }

  /** On days that were not granted. */
  List<Mark> withoutLeave(LeaveRequest request) {
    return asked(request).stream()
        .filter(mark -> request.isRefused(mark.day()) && isAway(mark, request))
        .toList();
  }

  /** Whether the pupil came back on a day asked for after having been away without leave. */
  boolean isBack(LeaveRequest request) {
    boolean away = false;
    for (Mark mark : asked(request)) {
      if (request.isRefused(mark.day())) {
        if (away && is(mark, request, Set.of(CodeClass.ATTENDING))) {
          return true;
        }
        away |= isAway(mark, request);
      }
    }
    return false;
  }

  /** Whether the last school day asked for has a mark, or lies behind us. */
  boolean isOver(LeaveRequest request) {
    List<LocalDate> days =
        DaysAsked.of(rules.calendar(request.school()), request.from(), request.to()).open();
    LocalDate last = days.isEmpty() ? request.to() : days.get(days.size() - 1);
    return rules.today().isAfter(last)
        || asked(request).stream().anyMatch(mark -> mark.day().equals(last));
  }

  /** Whether a mark may yet become one of granted leave, or of leave taken without. */
  boolean isAway(Mark mark, LeaveRequest request) {
    return code(mark, request)
        .filter(
            code ->
                code.is(CodeKind.ILLNESS)
                    || (code.codeClass() == CodeClass.UNAUTHORISED_ABSENCE
                        && !code.is(CodeKind.LATE_AFTER_CLOSE)))
        .isPresent();
  }

  private boolean is(Mark mark, LeaveRequest request, Set<CodeClass> classes) {
    return code(mark, request).filter(code -> classes.contains(code.codeClass())).isPresent();
  }

  private Optional<RegisterCode> code(Mark mark, LeaveRequest request) {
    PolicyPack pack = rules.pack(request.school());
    return pack.codes().find(mark.code(), mark.day());
  }
}

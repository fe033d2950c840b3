package uk.attendance.leave;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.leave.LeaveRequest.Decision;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.Setting;
import uk.attendance.policy.Value;
import uk.attendance.register.Figures;
import uk.attendance.register.KeptFigures;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** Which letter tells a decision about leave, and what it says. */
@Component
class DecisionWords {

  private final KeptFigures figures;
  private final LeaveRules rules;

  DecisionWords(KeptFigures figures, LeaveRules rules) {
    this.figures = figures;
    this.rules = rules;
  }

  record Letter(String id, Map<String, Object> facts) {}

  Letter of(LeaveRequest request) {
    PolicyPack pack = rules.pack(request.school());
    Decision decision = Objects.requireNonNull(request.decision());
    LocalDate from = decision.grantedFrom();
    LocalDate to = decision.grantedTo();
    if (!request.state().isGranted() || from == null || to == null) {
      return declined(request, decision);
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("granted", DayWords.from(from, to) + sessions(decision));
    facts.put("schoolDays", schoolDays(open(request, from, to)));
    facts.put("backOn", rules.nextSchoolDay(request.school(), to));
    facts.put("reasons", decision.reasons());
    if (isReligious(pack, decision.code(), from)) {
      return new Letter("leave-religious", facts);
    }
    facts.put("notGranted", notGranted(request, from, to));
    facts.put("figures", figures(request));
    facts.put("work", isWithoutWork(pack) ? "No school work is set for these days." : "");
    putAppeal(facts, decision);
    return new Letter("leave-granted", facts);
  }

  private Letter declined(LeaveRequest request, Decision decision) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("asked", DayWords.from(request.from(), request.to()));
    facts.put("reasons", decision.reasons());
    facts.put("figures", figures(request));
    putAppeal(facts, decision);
    return new Letter("leave-declined", facts);
  }

  private static void putAppeal(Map<String, Object> facts, Decision decision) {
    LocalDate until = decision.appealUntil();
    if (until != null) {
      facts.put("appealUntil", until);
    }
  }

  static String schoolDays(int days) {
    return days + (days == 1 ? " school day" : " school days");
  }

  private static String sessions(Decision decision) {
    return decision.sessions().equals("both") ? "" : ", " + decision.sessions() + " only";
  }

  /** What was asked for and is not granted, in one or two stretches. */
  private static String notGranted(LeaveRequest request, LocalDate from, LocalDate to) {
    List<String> stretches = new ArrayList<>();
    if (from.isAfter(request.from())) {
      stretches.add(DayWords.from(request.from(), from.minusDays(1)));
    }
    if (to.isBefore(request.to())) {
      stretches.add(DayWords.from(to.plusDays(1), request.to()));
    }
    return String.join(", and ", stretches);
  }

  /** Where the policy's answer gives them (NW-L3). */
  private String figures(LeaveRequest request) {
    SchoolCalendar calendar = rules.calendar(request.school());
    LocalDate today = rules.today();
    if (request.findings().stream().noneMatch(one -> one.code().equals("figures-in-answer"))
        || !calendar.covers(today)) {
      return "";
    }
    return figures
        .of(request.pupil(), calendar.schoolYear(today), Scope.ofTheSystem(request.school()))
        .filter(Figures::isFigure)
        .flatMap(known -> known.attendance(rules.decimals(request.school())))
        .map(share -> share.setScale(share.scale(), RoundingMode.DOWN).toPlainString() + " %")
        .orElse("");
  }

  private int open(LeaveRequest request, LocalDate from, LocalDate to) {
    return DaysAsked.of(rules.calendar(request.school()), from, to).open().size();
  }

  private static boolean isReligious(PolicyPack pack, @Nullable String code, LocalDate day) {
    return code != null
        && pack.codes().find(code, day).filter(one -> one.is(CodeKind.RELIGIOUS)).isPresent();
  }

  private static boolean isWithoutWork(PolicyPack pack) {
    return pack.settings()
        .find("leave.work-set")
        .map(Setting::value)
        .filter(value -> value instanceof Value.YesNo set && !set.yes())
        .isPresent();
  }
}

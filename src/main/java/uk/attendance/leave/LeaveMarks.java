package uk.attendance.leave;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.leave.LeaveRequest.Decision;
import uk.attendance.policy.CodeKind;
import uk.attendance.register.Author;
import uk.attendance.register.Mark;
import uk.attendance.register.PlannedMark;
import uk.attendance.register.PlannedMarks;
import uk.attendance.register.SettlingMarks;
import uk.attendance.register.SettlingMarks.Half;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/**
 * Granted sessions in the register: planned with the ground's code, which an import meets as
 * agreement or conflict; a mark that stands for an absence without leave is settled.
 */
@Component
public class LeaveMarks {

  private final LeaveRequests requests;
  private final Absences absences;
  private final PlannedMarks planned;
  private final SettlingMarks settling;
  private final LeaveRules rules;

  LeaveMarks(
      LeaveRequests requests,
      Absences absences,
      PlannedMarks planned,
      SettlingMarks settling,
      LeaveRules rules) {
    this.requests = requests;
    this.absences = absences;
    this.planned = planned;
    this.settling = settling;
    this.rules = rules;
  }

  /** What was decided, in place of whatever was planned for the request before. */
  public void plan(RequestId id) {
    LeaveRequest request = requests.get(id);
    takeBack(request);
    Decision decision = request.decision();
    if (decision == null || !request.state().isGranted() || decision.code() == null) {
      return;
    }
    Set<Session> sessions = sessions(decision);
    Author by = new Author(decision.decidedBy(), decision.title());
    String reason =
        "Leave granted, "
            + request.ground().words().toLowerCase(java.util.Locale.UK)
            + ", "
            + DayWords.from(request.from(), request.to());
    List<Half> stand =
        absences.asked(request).stream()
            .filter(mark -> request.isGranted(mark.day()) && sessions.contains(mark.session()))
            .filter(mark -> absences.isAway(mark, request) && !isIll(mark, request))
            .map(mark -> new Half(mark.day(), mark.session()))
            .toList();
    settling.settle(request.pupil(), request.school(), stand, decision.code(), reason, by);
    LocalDate first = decision.grantedFrom();
    LocalDate last = decision.grantedTo();
    if (first != null && last != null) {
      List<Half> ahead =
          settling.plan(
              request.pupil(), request.school(), first, last, decision.code(), reason, by);
      ahead.stream()
          .filter(half -> !sessions.contains(half.session()))
          .forEach(half -> settling.unplan(request.pupil(), half));
    }
  }

  /** Takes back what was granted and has not come yet; marks that were taken stay. */
  public void takeBack(RequestId id) {
    takeBack(requests.get(id));
  }

  private void takeBack(LeaveRequest request) {
    LocalDate today = rules.today();
    LocalDate first = request.from().isBefore(today) ? today : request.from();
    for (PlannedMark mark :
        planned.of(request.pupil(), first, request.to(), Scope.ofTheSystem(request.school()))) {
      if (mark.reason().startsWith("Leave granted")) {
        settling.unplan(mark.pupil(), new Half(mark.day(), mark.session()));
      }
    }
  }

  /** Days away without leave take the policy's code; what is still to come is planned (NF-L2). */
  List<Half> unauthorised(LeaveRequest request, Author by) {
    String code =
        rules.pack(request.school()).settings().choice("leave.code-of-unauthorised-leave");
    String reason = "Leave taken without permission";
    List<Half> away =
        absences.withoutLeave(request).stream()
            .map(mark -> new Half(mark.day(), mark.session()))
            .toList();
    settling.settle(request.pupil(), request.school(), away, code, reason, by);
    LocalDate today = rules.today();
    SchoolCalendar calendar = rules.calendar(request.school());
    if (!absences.isBack(request) && !today.isAfter(request.to())) {
      today
          .datesUntil(request.to().plusDays(1))
          .filter(day -> request.isRefused(day) && calendar.covers(day))
          .forEach(
              day -> settling.plan(request.pupil(), request.school(), day, day, code, reason, by));
    }
    return away;
  }

  private boolean isIll(Mark mark, LeaveRequest request) {
    return rules
        .pack(request.school())
        .codes()
        .find(mark.code(), mark.day())
        .filter(code -> code.is(CodeKind.ILLNESS))
        .isPresent();
  }

  private static Set<Session> sessions(Decision decision) {
    return switch (decision.sessions()) {
      case "mornings" -> EnumSet.of(Session.AM);
      case "afternoons" -> EnumSet.of(Session.PM);
      default -> EnumSet.allOf(Session.class);
    };
  }
}

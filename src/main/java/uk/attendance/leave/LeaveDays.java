package uk.attendance.leave;

import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.policy.PolicyPack;
import uk.attendance.register.Mark;
import uk.attendance.school.SchoolId;

/**
 * What became of the days: tells a case when they are over, or when the pupil was away on a day
 * that was not granted and is back or the last day has come. Nothing is told while an appeal is
 * open. Looking twice changes nothing.
 */
@Component
public class LeaveDays {

  private static final Logger log = LoggerFactory.getLogger(LeaveDays.class);

  private final LeaveRequests requests;
  private final Appeals appeals;
  private final Absences absences;
  private final CaseFiles cases;
  private final RunningCases running;
  private final Deadlines deadlines;
  private final LeaveRules rules;
  private final Retrying retrying;

  LeaveDays(
      LeaveRequests requests,
      Appeals appeals,
      Absences absences,
      CaseFiles cases,
      RunningCases running,
      Deadlines deadlines,
      LeaveRules rules,
      Retrying retrying) {
    this.requests = requests;
    this.appeals = appeals;
    this.absences = absences;
    this.cases = cases;
    this.running = running;
    this.deadlines = deadlines;
    this.rules = rules;
    this.retrying = retrying;
  }

  /**
   * Looks at every open request of a school that is decided; one that fails stops no other.
   *
   * @return what went wrong, by request
   */
  public Map<RequestId, String> workOff(SchoolId school) {
    Map<RequestId, String> failed = new LinkedHashMap<>();
    for (LeaveRequest request : requests.decidedAndOpen(school)) {
      try {
        retrying.inOneTransaction(
            () -> {
              look(requests.get(request.id()));
              return request;
            });
      } catch (RuntimeException e) {
        log.error(
            "days of request {} at school {} could not be looked at", request.id(), school, e);
        failed.put(request.id(), String.valueOf(e.getMessage()));
      }
    }
    return failed;
  }

  private void look(LeaveRequest request) {
    CaseFile file = cases.get(request.caseId());
    if (!file.isOpen() || isTold(file) || appeals.isOpen(request.id())) {
      return;
    }
    List<Mark> away = absences.withoutLeave(request);
    boolean over = absences.isOver(request);
    if (!away.isEmpty() && (over || absences.isBack(request))) {
      running.tell(file.id(), Leave.ABSENT, absent(request, file, away), Actor.PROGRAM);
    } else if (over) {
      running.tell(file.id(), Leave.OVER, over(request, file), Actor.PROGRAM);
    }
  }

  /** Whether the case waits for a person to confirm or to review already. */
  private boolean isTold(CaseFile file) {
    return deadlines.of(file.id()).stream()
        .anyMatch(
            deadline ->
                deadline.element().equals(Leave.RETURN) || deadline.element().equals(Leave.REVIEW));
  }

  private Map<String, Object> absent(LeaveRequest request, CaseFile file, List<Mark> away) {
    PolicyPack pack = rules.pack(file.pack());
    List<LocalDate> days = away.stream().map(Mark::day).distinct().toList();
    Why why =
        new Why(
            null,
            null,
            LeaveRules.rule(pack, "leave.code-of-unauthorised-leave"),
            "Away on days for which leave was not granted",
            Map.of("sessions", Integer.toString(away.size())),
            days);
    return Map.of(
        "reviewUnauthorisedLeaveDue",
        Date.from(deadlines.due(file.school(), file.pack(), Leave.REVIEW, request.to()).at()),
        "reviewUnauthorisedLeaveFrom",
        request.to().toString(),
        "reviewUnauthorisedLeaveWhy",
        WhyJson.write(why));
  }

  private Map<String, Object> over(LeaveRequest request, CaseFile file) {
    PolicyPack pack = rules.pack(file.pack());
    return Map.of(
        "confirmReturnDue",
        Date.from(deadlines.due(file.school(), file.pack(), Leave.RETURN, request.to()).at()),
        "confirmReturnFrom",
        request.to().toString(),
        "confirmReturnWhy",
        WhyJson.write(
            Why.of(
                LeaveRules.rule(pack, "leave.not-back-removal-ground-after"),
                "The last day asked for has come: is the pupil back?")));
  }
}

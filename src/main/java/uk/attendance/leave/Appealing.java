package uk.attendance.leave;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
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
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/**
 * A family appeals against a decision (RT-L3). The day of the decision is day 0 and the last day
 * counts whole; what comes later is taken all the same, and the chair says whether it is heard.
 */
@Component
public class Appealing {

  private final LeaveRequests requests;
  private final Appeals appeals;
  private final CaseFiles cases;
  private final RunningCases running;
  private final Deadlines deadlines;
  private final LeaveRules rules;
  private final Retrying retrying;
  private final Clock clock;

  Appealing(
      LeaveRequests requests,
      Appeals appeals,
      CaseFiles cases,
      RunningCases running,
      Deadlines deadlines,
      LeaveRules rules,
      Retrying retrying,
      Clock clock) {
    this.requests = requests;
    this.appeals = appeals;
    this.cases = cases;
    this.running = running;
    this.deadlines = deadlines;
    this.rules = rules;
    this.retrying = retrying;
    this.clock = clock;
  }

  /**
   * @param reasons as the family gives them
   * @param from who appeals, by name
   * @throws RequestRefused naming the field that cannot stand; {@code request} where there is
   *     nothing to appeal against
   */
  public void appeal(RequestId id, String reasons, String from, LocalDate receivedOn, Actor by) {
    retrying.inOneTransaction(
        () -> {
          LeaveRequest request = requests.get(id);
          CaseFile file = cases.get(request.caseId());
          PolicyPack pack = rules.pack(file.pack());
          refuse(request, file, pack, reasons, receivedOn);
          LocalDate until = until(request);
          boolean late = until.isBefore(receivedOn);
          appeals.insert(
              id,
              reasons,
              from,
              receivedOn,
              late,
              rules.after(file, "leave.appeal-heard-within", receivedOn));
          running.tell(file.id(), Leave.APPEAL, facts(file, pack, receivedOn, until, late), by);
          return id;
        });
  }

  private void refuse(
      LeaveRequest request, CaseFile file, PolicyPack pack, String reasons, LocalDate receivedOn) {
    if (!pack.settings().yes("leave.appeal-allowed")) {
      throw new RequestRefused("request", "The school's policy knows no appeal about leave.");
    }
    LeaveRequest.Decision decision = request.decision();
    if (decision == null || decision.appealUntil() == null) {
      throw new RequestRefused(
          "request",
          "There is no refusal to appeal against: the request %s."
              .formatted(request.state().words()));
    }
    if (!file.isOpen()) {
      throw new RequestRefused("request", "The case is over: " + file.outcome() + ".");
    }
    if (appeals.of(request.id()).isPresent()) {
      throw new RequestRefused("request", "There is an appeal about this decision already.");
    }
    if (reasons.isBlank()) {
      throw new RequestRefused("reasons", "Say why you appeal.");
    }
    if (receivedOn.isBefore(decision.on()) || receivedOn.isAfter(rules.today())) {
      throw new RequestRefused(
          "receivedOn",
          "An appeal is received between the day of the decision, %s, and today."
              .formatted(DayWords.full(decision.on())));
    }
  }

  private static LocalDate until(LeaveRequest request) {
    LeaveRequest.Decision decision = request.decision();
    LocalDate until = decision == null ? null : decision.appealUntil();
    if (until == null) {
      throw new IllegalStateException("request %s knows no appeal".formatted(request.id()));
    }
    return until;
  }

  private Map<String, Object> facts(
      CaseFile file, PolicyPack pack, LocalDate receivedOn, LocalDate until, boolean late) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("appealInTime", !late);
    facts.put("arrangeHearingFrom", receivedOn.toString());
    facts.put("arrangeHearingDue", Date.from(arrangedBy(file, receivedOn)));
    facts.put(
        "arrangeHearingWhy",
        WhyJson.write(
            Why.of(
                LeaveRules.rule(pack, "leave.appeal-heard-within"),
                "An appeal came on %s; it is heard within %s of that"
                    .formatted(
                        DayWords.full(receivedOn),
                        pack.settings().wait("leave.appeal-heard-within").inWords()))));
    facts.put(
        "admitLateAppealDue",
        Date.from(deadlines.due(file.school(), file.pack(), Leave.ADMIT, receivedOn).at()));
    facts.put(
        "admitLateAppealWhy",
        WhyJson.write(
            Why.of(
                LeaveRules.rule(pack, "leave.appeal-within"),
                "The appeal came on %s; the last day for it was %s"
                    .formatted(DayWords.full(receivedOn), DayWords.full(until)))));
    return facts;
  }

  /** Never before the end of today: a late appeal may be admitted after that day. */
  Instant arrangedBy(CaseFile file, LocalDate receivedOn) {
    Instant due = deadlines.due(file.school(), file.pack(), Leave.ARRANGE_HEARING, receivedOn).at();
    Instant endOfToday =
        SchoolCalendar.dayOf(clock.instant())
            .plusDays(1)
            .atStartOfDay(SchoolCalendar.ZONE)
            .toInstant();
    return due.isBefore(endOfToday) ? endOfToday : due;
  }
}

package uk.attendance.leave;

import java.util.Date;
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
import uk.attendance.policy.Setting;

/** The headteacher has others asked before deciding (SV-L3, LB-L3). */
@Component
public class Consulting {

  private static final String SETTING = "leave.others-may-be-consulted";

  private final LeaveRequests requests;
  private final CaseFiles cases;
  private final RunningCases running;
  private final Deadlines deadlines;
  private final LeaveRules rules;
  private final Retrying retrying;

  Consulting(
      LeaveRequests requests,
      CaseFiles cases,
      RunningCases running,
      Deadlines deadlines,
      LeaveRules rules,
      Retrying retrying) {
    this.requests = requests;
    this.cases = cases;
    this.running = running;
    this.deadlines = deadlines;
    this.rules = rules;
    this.retrying = retrying;
  }

  /** Whether the school's policy knows of it. */
  public boolean isForeseen(LeaveRequest request) {
    return rules.pack(request.school()).settings().find(SETTING).isPresent();
  }

  /**
   * @throws RequestRefused where it is decided already, or the policy does not know of it
   */
  public void consult(RequestId id, Actor by) {
    retrying.inOneTransaction(
        () -> {
          LeaveRequest request = requests.get(id);
          CaseFile file = cases.get(request.caseId());
          PolicyPack pack = rules.pack(file.pack());
          Setting setting =
              pack.settings()
                  .find(SETTING)
                  .orElseThrow(
                      () ->
                          new RequestRefused(
                              "request", "The school's policy has nobody consulted about leave."));
          if (!file.isOpen() || request.state() != RequestState.ASKED) {
            throw new RequestRefused("request", "The request " + request.state().words() + ".");
          }
          running.tell(
              file.id(),
              Leave.CONSULTATION,
              Map.of(
                  "consultOthersDue",
                  Date.from(
                      deadlines
                          .due(file.school(), file.pack(), Leave.CONSULT, request.from())
                          .at()),
                  "consultOthersWhy",
                  WhyJson.write(
                      Why.of(setting.rule(), "The headteacher wants others consulted first"))),
              by);
          return id;
        });
  }
}

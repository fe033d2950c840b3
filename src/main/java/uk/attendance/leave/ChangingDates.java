package uk.attendance.leave;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.Retrying;

/**
 * A family asks for other dates: the request ends, and one of the same conversation is decided
 * anew, with findings and notice as of today (docs/decisions/0151).
 */
@Component
public class ChangingDates {

  private final LeaveRequests requests;
  private final Appeals appeals;
  private final WithdrawingRequests withdrawing;
  private final RequestingLeave requesting;
  private final LeaveRules rules;
  private final Retrying retrying;

  ChangingDates(
      LeaveRequests requests,
      Appeals appeals,
      WithdrawingRequests withdrawing,
      RequestingLeave requesting,
      LeaveRules rules,
      Retrying retrying) {
    this.requests = requests;
    this.appeals = appeals;
    this.withdrawing = withdrawing;
    this.requesting = requesting;
    this.rules = rules;
    this.retrying = retrying;
  }

  /**
   * @return the request for the new dates, of the same conversation
   * @throws RequestRefused naming the field that cannot stand
   */
  public RequestId change(RequestId id, LocalDate from, LocalDate to, Actor by) {
    return retrying.inOneTransaction(
        () -> {
          LeaveRequest request = requests.get(id);
          if (appeals.isOpen(id)) {
            throw new RequestRefused(
                "request", "An appeal about these dates is open; withdraw the request instead.");
          }
          withdrawing.end(request, Leave.DATES_CHANGED, RequestState.REPLACED, by);
          return requesting.open(anew(request, from, to), request.conversation(), by).get(0);
        });
  }

  private NewRequest anew(LeaveRequest request, LocalDate from, LocalDate to) {
    LeaveRequest.Applicant applicant = request.applicant();
    return new NewRequest(
        request.school(),
        List.of(request.pupil()),
        from,
        to,
        request.ground(),
        request.reason(),
        applicant.contact(),
        applicant.name(),
        applicant.relationship(),
        rules.today(),
        request.way(),
        request.evidence(),
        UUID.randomUUID().toString());
  }
}

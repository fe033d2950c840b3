package uk.attendance.leave;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.Retrying;

/** Takes a request together with the papers that were added to its form. */
@Component
public class TakingInRequests {

  private final RequestingLeave requesting;
  private final LeaveRequests requests;
  private final LeavePapers papers;
  private final Retrying retrying;

  TakingInRequests(
      RequestingLeave requesting, LeaveRequests requests, LeavePapers papers, Retrying retrying) {
    this.requesting = requesting;
    this.requests = requests;
    this.papers = papers;
    this.retrying = retrying;
  }

  /**
   * Takes what a form says; a form that is sent again gives what it gave before.
   *
   * @return the first child's request
   * @throws RequestRefused naming the field that cannot stand
   */
  public LeaveRequest take(NewRequest request, Actor by) {
    return retrying.inOneTransaction(
        () -> {
          List<RequestId> ids = requesting.request(request, by);
          LeaveRequest first = requests.get(ids.get(0));
          papers.send(request.school(), request.idempotencyKey(), first.conversation());
          return first;
        });
  }
}

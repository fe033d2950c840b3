package uk.attendance.leave;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.RunningCases;
import uk.attendance.letter.OrderingLetters;

/** A family no longer wants the leave it asked for. */
@Component
public class WithdrawingRequests {

  private final LeaveRequests requests;
  private final LeaveRows rows;
  private final CaseFiles cases;
  private final RunningCases running;
  private final OrderingLetters letters;
  private final Retrying retrying;

  WithdrawingRequests(
      LeaveRequests requests,
      LeaveRows rows,
      CaseFiles cases,
      RunningCases running,
      OrderingLetters letters,
      Retrying retrying) {
    this.requests = requests;
    this.rows = rows;
    this.cases = cases;
    this.running = running;
    this.letters = letters;
    this.retrying = retrying;
  }

  /**
   * @throws RequestRefused where its case is over
   */
  public void withdraw(RequestId id, Actor by) {
    retrying.inOneTransaction(
        () -> {
          end(requests.get(id), Leave.WITHDRAWN, RequestState.WITHDRAWN, by);
          return id;
        });
  }

  /** Ends the case by a message that it always awaits; planned marks go with it. */
  void end(LeaveRequest request, String message, RequestState becomes, Actor by) {
    CaseFile file = cases.get(request.caseId());
    if (!file.isOpen()) {
      throw new RequestRefused("request", "The case is over: " + file.outcome() + ".");
    }
    letters.withdraw(file, "the request " + becomes.words());
    running.tell(file.id(), message, Map.of(), by);
    rows.became(request.id(), becomes);
  }
}

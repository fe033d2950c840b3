package uk.attendance.leave;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.worklist.TodayLine;

/** Requests that wait for whoever decides them today. */
@Component
@Order(15)
class LeaveToday implements TodayLine {

  private final LeaveRequests requests;
  private final Deputies deputies;

  LeaveToday(LeaveRequests requests, Deputies deputies) {
    this.requests = requests;
    this.deputies = deputies;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    if (!scope.has(school.id(), Role.HEADTEACHER) && !deputies.decides(school.id(), reader.id())) {
      return List.of();
    }
    int waiting = requests.waitingForDecision(school.id(), scope).size();
    return waiting == 0
        ? List.of()
        : List.of(
            Line.of(
                waiting,
                Integer.MAX_VALUE,
                "request for leave to decide",
                "requests for leave to decide",
                "/leave/decisions",
                false));
  }
}

package uk.attendance.leave;

import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.attendance.school.CalendarChanged;

/**
 * Leave that reaches past the end of what the calendar knew, over the summer for example, gets its
 * planned marks when the terms are entered; a day opened since gets its own.
 */
@Component
class FollowingCalendar {

  private final LeaveRequests requests;
  private final LeaveMarks marks;
  private final LeaveRules rules;

  FollowingCalendar(LeaveRequests requests, LeaveMarks marks, LeaveRules rules) {
    this.requests = requests;
    this.marks = marks;
    this.rules = rules;
  }

  @EventListener
  void planAnew(CalendarChanged changed) {
    LocalDate today = rules.today();
    requests.decidedAndOpen(changed.school()).stream()
        .filter(request -> request.state().isGranted() && !request.to().isBefore(today))
        .map(LeaveRequest::id)
        .forEach(marks::plan);
  }
}

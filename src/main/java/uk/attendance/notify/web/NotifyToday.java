package uk.attendance.notify.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.notify.NotifySchool;
import uk.attendance.notify.NotifySchools;
import uk.attendance.worklist.TodayLine;

/** Notify takes nothing from the school: one line, not one for each message that waits. */
@Component
@Order(25)
class NotifyToday implements TodayLine {

  private final NotifySchools schools;

  NotifyToday(NotifySchools schools) {
    this.schools = schools;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    boolean maySetUp = scope.has(school.id(), NotifyController.MAY_SET_UP);
    boolean mayKnow = maySetUp || scope.has(school.id(), Role.OFFICE, Role.ATTENDANCE_OFFICER);
    return schools
        .find(school.id())
        .filter(NotifySchool::isRefused)
        .filter(refused -> mayKnow)
        .map(
            refused ->
                List.of(
                    new Line(
                        "!",
                        "text messages are stopped: GOV.UK Notify does not accept the school's key",
                        maySetUp ? "/letters/notify" : "/letters?show=held",
                        true)))
        .orElse(List.of());
  }
}

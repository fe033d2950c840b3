package uk.attendance.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.TodayLine;

/** Open appeals whose papers the clerk or a governor has. */
@Component
@Order(16)
class AppealsToday implements TodayLine {

  private final OpenAppeals appeals;
  private final Clock clock;

  AppealsToday(OpenAppeals appeals, Clock clock) {
    this.appeals = appeals;
    this.clock = clock;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    if (!scope.has(school.id(), Role.GOVERNOR, Role.APPEALS_CLERK)) {
      return List.of();
    }
    List<OpenAppeals.Papers> open = appeals.at(school.id(), reader.id());
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    boolean urgent =
        open.stream()
            .map(papers -> papers.appeal().hearingOn())
            .anyMatch(on -> on != null && !on.isAfter(today));
    return open.isEmpty()
        ? List.of()
        : List.of(
            Line.of(
                open.size(), Integer.MAX_VALUE, "open appeal", "open appeals", "/appeals", urgent));
  }
}

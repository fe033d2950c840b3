package uk.attendance.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.Holds;
import uk.attendance.school.SchoolCalendar;

/** Holds whose day of review has come, for the safeguarding lead. */
@Component
@Order(30)
class HoldsToday implements TodayLine {

  private final Holds holds;
  private final Clock clock;

  HoldsToday(Holds holds, Clock clock) {
    this.holds = holds;
    this.clock = clock;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    if (!scope.has(school.id(), Role.DSL)) {
      return List.of();
    }
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    int due =
        (int)
            holds.at(school.id()).stream()
                .filter(hold -> hold.reviewOn() != null && !hold.reviewOn().isAfter(today))
                .count();
    return due == 0
        ? List.of()
        : List.of(
            Line.of(
                due,
                Integer.MAX_VALUE,
                "hold due for review",
                "holds due for review",
                "/worklist?whose=all&show=on-hold",
                true));
  }
}

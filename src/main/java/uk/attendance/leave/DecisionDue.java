package uk.attendance.leave;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Deadlines;
import uk.attendance.policy.PolicyPack;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** When leave is decided: before the first day asked, and never before the day it came in. */
@Component
class DecisionDue {

  private final Deadlines deadlines;
  private final Clock clock;

  DecisionDue(Deadlines deadlines, Clock clock) {
    this.deadlines = deadlines;
    this.clock = clock;
  }

  Instant of(SchoolId school, PolicyPack pack, LocalDate firstDay) {
    Instant due = deadlines.due(school, pack.version(), Leave.DECIDE, firstDay).at();
    Instant endOfToday =
        SchoolCalendar.dayOf(clock.instant())
            .plusDays(1)
            .atStartOfDay(SchoolCalendar.ZONE)
            .toInstant();
    return due.isBefore(endOfToday) ? endOfToday : due;
  }
}

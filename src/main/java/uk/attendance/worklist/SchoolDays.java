package uk.attendance.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.register.MissingRegisters;
import uk.attendance.school.Calendars;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.DayWords;
import uk.attendance.school.RegisterHours;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;

/** Today's registers of a school: which are open, which have closed, which are missing. */
@Component
public class SchoolDays {

  private final Calendars calendars;
  private final RegisterHours hours;
  private final MissingRegisters registers;
  private final Clock clock;

  SchoolDays(Calendars calendars, RegisterHours hours, MissingRegisters registers, Clock clock) {
    this.calendars = calendars;
    this.hours = hours;
    this.registers = registers;
    this.clock = clock;
  }

  public SchoolDay today(School school, Scope scope) {
    Instant now = clock.instant();
    LocalDate day = SchoolCalendar.dayOf(now);
    SchoolCalendar calendar = calendars.of(school.id());
    if (!calendar.covers(day)) {
      return new SchoolDay(
          DayWords.full(day), "its calendar has no terms for today yet", List.of());
    }
    String closed =
        calendar.isSchoolDay(day)
            ? null
            : calendar.closedDay(day).map(ClosedDay::reason).orElse("it is not a school day");
    return new SchoolDay(
        DayWords.full(day),
        closed,
        Arrays.stream(uk.attendance.school.Session.values())
            .filter(session -> calendar.isOpen(day, session))
            .map(
                session ->
                    new SchoolDay.Register(
                        session,
                        hours.of(school, session).closes(),
                        hours.isClosed(school, day, session, now),
                        registers.of(school.id(), day, session, scope)))
            .toList());
  }
}

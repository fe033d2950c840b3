package uk.attendance.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.register.MissingRegisters.ClassRegister;
import uk.attendance.school.Calendars;
import uk.attendance.school.RegisterHours;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/** Registers of today that have closed and of which marks are missing, as far as files tell. */
@Component
public class RegistersToday {

  private final MissingRegisters registers;
  private final RegisterHours hours;
  private final Schools schools;
  private final Calendars calendars;
  private final Clock clock;

  RegistersToday(
      MissingRegisters registers,
      RegisterHours hours,
      Schools schools,
      Calendars calendars,
      Clock clock) {
    this.registers = registers;
    this.hours = hours;
    this.schools = schools;
    this.calendars = calendars;
    this.clock = clock;
  }

  /**
   * Today's registers.
   *
   * @param closed sessions whose register has closed by now; empty before, and on closed days
   * @param missing classes with pupils who have no mark in such a session
   */
  public record Today(boolean schoolDay, List<Session> closed, List<Missing> missing) {}

  /** A class with pupils who have no mark in a session. */
  public record Missing(Session session, ClassRegister register) {

    /** Not one mark has come: the register was not taken, or not yet brought in. */
    public boolean isWhole() {
      return register.pupils() == register.unmarked();
    }
  }

  public Today of(SchoolId school, Scope scope) {
    Instant now = clock.instant();
    LocalDate today = SchoolCalendar.dayOf(now);
    SchoolCalendar calendar = calendars.of(school);
    if (!calendar.covers(today) || !calendar.isSchoolDay(today)) {
      return new Today(false, List.of(), List.of());
    }
    School found = schools.get(school);
    List<Session> closed = new ArrayList<>();
    List<Missing> missing = new ArrayList<>();
    for (Session session : Session.values()) {
      if (calendar.isOpen(today, session) && hours.isClosed(found, today, session, now)) {
        closed.add(session);
        registers.of(school, today, session, scope).stream()
            .filter(ClassRegister::missing)
            .map(register -> new Missing(session, register))
            .forEach(missing::add);
      }
    }
    return new Today(true, closed, missing);
  }
}

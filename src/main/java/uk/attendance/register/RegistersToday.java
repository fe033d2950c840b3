package uk.attendance.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.register.MissingRegisters.ClassRegister;
import uk.attendance.school.Calendars;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.DayWords;
import uk.attendance.school.RegisterHours;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/** Today's registers of a school: which are open, which have closed, which are missing. */
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
   * How far a school's day has come.
   *
   * @param words "Monday 3 November 2025"
   * @param closedBecause why the school is closed today; null on a school day
   * @param sessions that are open today, in order
   */
  public record Today(String words, @Nullable String closedBecause, List<Register> sessions) {

    public Today {
      sessions = List.copyOf(sessions);
    }

    public boolean schoolDay() {
      return closedBecause == null;
    }

    /** Sessions whose register has closed by now; empty before, and on closed days. */
    public List<Register> closed() {
      return sessions.stream().filter(Register::closed).toList();
    }

    /** Classes with pupils who have no mark in a session that has closed, as far as files tell. */
    public List<Missing> missing() {
      return closed().stream()
          .flatMap(
              register ->
                  register.missing().stream().map(of -> new Missing(register.session(), of)))
          .toList();
    }
  }

  /**
   * The registers of all classes in one session.
   *
   * @param closes when they close by the school's policy
   * @param closed whether they have
   */
  public record Register(
      Session session, LocalTime closes, boolean closed, List<ClassRegister> classes) {

    public Register {
      classes = List.copyOf(classes);
    }

    public List<ClassRegister> missing() {
      return classes.stream().filter(ClassRegister::missing).toList();
    }

    /** Pupils without a mark. */
    public int unmarked() {
      return classes.stream().mapToInt(ClassRegister::unmarked).sum();
    }
  }

  /** A class with pupils who have no mark in a session. */
  public record Missing(Session session, ClassRegister register) {

    /** Not one mark has come: the register was not taken, or not yet brought in. */
    public boolean isWhole() {
      return register.pupils() == register.unmarked();
    }
  }

  public Today of(SchoolId school, Scope scope) {
    Instant now = clock.instant();
    LocalDate day = SchoolCalendar.dayOf(now);
    SchoolCalendar calendar = calendars.of(school);
    if (!calendar.covers(day)) {
      return new Today(DayWords.full(day), "its calendar has no terms for today yet", List.of());
    }
    String closed =
        calendar.isSchoolDay(day)
            ? null
            : calendar.closedDay(day).map(ClosedDay::reason).orElse("it is not a school day");
    School found = schools.get(school);
    return new Today(
        DayWords.full(day),
        closed,
        Arrays.stream(Session.values())
            .filter(session -> calendar.isOpen(day, session))
            .map(
                session ->
                    new Register(
                        session,
                        hours.of(found, session).closes(),
                        hours.isClosed(found, day, session, now),
                        registers.of(school, day, session, scope)))
            .toList());
  }
}

package uk.attendance.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Roll.OnRoll;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** Who may enter marks by hand: the office and those who lead, teachers for their class today. */
@Component
public class MarksByHand {

  private static final Set<Role> WHOLE_SCHOOL =
      EnumSet.of(
          Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER, Role.DSL);

  private final JdbcClient jdbc;
  private final Clock clock;

  MarksByHand(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A pupil whose marks are about to be entered. */
  record Subject(PupilId pupil, SchoolId school, OnRoll roll) {}

  private record Found(Subject subject, ClassId inClass) {}

  /** Whether to offer it at all. */
  public boolean mayPlan(SchoolId school, Scope scope) {
    return scope.has(school, WHOLE_SCHOOL.toArray(Role[]::new));
  }

  /** Whether to offer it at all. */
  public boolean mayEnter(PupilId pupil, LocalDate day, Scope scope) {
    return allowed(find(pupil, scope), day, scope);
  }

  /**
   * @throws NotInSight when the pupil does not exist or is not in the person's sight
   * @throws NotAllowed when the person's roles do not include it
   */
  Subject enter(PupilId pupil, LocalDate day, Scope scope) {
    Found found = find(pupil, scope);
    if (!allowed(found, day, scope)) {
      throw refused("entering a mark", found.subject().school(), scope);
    }
    return found.subject();
  }

  /** As {@link #enter}, for absences known beforehand. */
  Subject plan(PupilId pupil, Scope scope) {
    Subject subject = find(pupil, scope).subject();
    if (!mayPlan(subject.school(), scope)) {
      throw refused("planning an absence", subject.school(), scope);
    }
    return subject;
  }

  /** A pupil whose marks follow from what a person decided elsewhere: whether they may is known. */
  Subject subject(PupilId pupil, SchoolId school) {
    return find(pupil, Scope.ofTheSystem(school)).subject();
  }

  private boolean allowed(Found found, LocalDate day, Scope scope) {
    SchoolId school = found.subject().school();
    return mayPlan(school, scope)
        || (scope.has(school, Role.TEACHER)
            && scope.seesClass(school, found.inClass())
            && day.equals(SchoolCalendar.dayOf(clock.instant())));
  }

  private static NotAllowed refused(String attempted, SchoolId school, Scope scope) {
    return new NotAllowed(attempted, school, scope.rolesAt(school), List.copyOf(WHOLE_SCHOOL));
  }

  private Found find(PupilId pupil, Scope scope) {
    return jdbc.sql(
            "select p.school_id, p.class_id, p.entry_date, p.leaving_date from pupil p"
                + " where p.id = :pupil and "
                + scope.pupils("p"))
        .param("pupil", pupil.value())
        .params(scope.parameters())
        .query(
            (row, n) ->
                new Found(
                    new Subject(
                        pupil,
                        new SchoolId(row.getString("school_id")),
                        new OnRoll(
                            pupil.value(),
                            row.getObject("entry_date", LocalDate.class),
                            row.getObject("leaving_date", LocalDate.class))),
                    new ClassId(row.getLong("class_id"))))
        .optional()
        .orElseThrow(() -> new NotInSight("pupil", pupil));
  }
}

package uk.attendance.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.Scopes;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** The others who work the list: who could take a task, and who has done one. */
@Component
public class Colleagues {

  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final JdbcClient jdbc;
  private final Scopes scopes;
  private final Pupils pupils;
  private final Clock clock;

  Colleagues(JdbcClient jdbc, Scopes scopes, Pupils pupils, Clock clock) {
    this.jdbc = jdbc;
    this.scopes = scopes;
    this.pupils = pupils;
    this.clock = clock;
  }

  /** People with an open account who hold one of the roles at one of the schools, by name. */
  public List<SignedIn> with(Collection<Role> roles, Collection<SchoolId> schools) {
    return roles.isEmpty() || schools.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select a.id, a.name, a.title from account a
                where (a.closed_on is null or a.closed_on > :today) and a.id in (
                  select r.account_id from account_role r
                  join school s on s.id = r.school_id or s.trust_id = r.trust_id
                  where s.id in (:schools) and r.role in (:roles))
                order by a.name, a.id
                """)
            .param("today", today())
            .param("schools", schools.stream().map(SchoolId::value).toList())
            .param("roles", roles.stream().map(Role::key).toList())
            .query(
                (row, n) ->
                    new SignedIn(
                        new AccountId(row.getLong("id")),
                        row.getString("name"),
                        row.getString("title")))
            .list();
  }

  /** Whether the person does tasks of that role at that school and sees the pupil. */
  boolean mayBeGiven(ListedTask task, AccountId person) {
    Pupil pupil = task.pupil();
    Scope theirs = scopes.of(person);
    return pupil != null
        && TaskRights.does(theirs, task.school(), task.role())
        && pupils.byId(pupil.id(), theirs).isPresent()
        && with(theirs.rolesAt(task.school()), List.of(task.school())).stream()
            .anyMatch(one -> one.id().equals(person));
  }

  String name(AccountId person) {
    return jdbc.sql("select name from account where id = :id")
        .param("id", person.value())
        .query(String.class)
        .optional()
        .orElse("That person");
  }

  /** "Pat Clerk did it at 09:28.", if the task was answered and its pupil is in sight. */
  Optional<String> answered(TaskId task, Scope scope) {
    return jdbc.sql(
            """
            select s.submitted_name, s.submitted_at from task_submission s
            join pupil p on p.id = s.pupil_id
            where s.task_id = :task and s.undone_at is null and\s"""
                + scope.pupils("p"))
        .params(scope.parameters())
        .param("task", task.value())
        .query(
            (row, n) ->
                "%s did it at %s."
                    .formatted(
                        row.getString("submitted_name"),
                        AT.format(
                            row.getObject("submitted_at", OffsetDateTime.class)
                                .atZoneSameInstant(SchoolCalendar.ZONE))))
        .optional();
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }
}

package uk.attendance.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/**
 * Codes that were decided here and that the school's own system must be told, which stays master of
 * the register. A file that shows one ticks it off; a file that takes it back brings it up again; a
 * file with another settled code replaces it, which is a conflict.
 */
@Repository
public class CodesToEnter {

  private final JdbcClient jdbc;

  CodesToEnter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A session whose code the school's system does not show yet. */
  public record ToEnter(
      PupilId pupil,
      LocalDate day,
      Session session,
      String code,
      @Nullable Integer minutesLate,
      Instant decidedAt) {}

  /**
   * A session for which a file had another settled code than was decided or planned here; theirs
   * stands.
   */
  public record Conflict(
      PupilId pupil,
      LocalDate day,
      Session session,
      String ours,
      String theirs,
      boolean planned,
      ImportId file) {}

  /** By day, class and name. */
  public List<ToEnter> waiting(SchoolId school, Scope scope) {
    return jdbc.sql(
            "select e.* from code_to_enter e join pupil p on p.id = e.pupil_id"
                + " left join school_class c on c.id = p.class_id"
                + " where e.school_id = :school and e.seen_in is null and "
                + scope.pupils("p")
                + " order by e.marked_on, c.name, p.last_name, p.first_name, p.id, e.session")
        .param("school", school.value())
        .params(scope.parameters())
        .query(CodesToEnter::toEnter)
        .list();
  }

  /** Of sessions since a day, where theirs still stands; the newest first. */
  public List<Conflict> conflicts(SchoolId school, LocalDate since, Scope scope) {
    return jdbc.sql(
            "select f.* from register_conflict f join pupil p on p.id = f.pupil_id"
                + " join mark m on m.pupil_id = f.pupil_id and m.marked_on = f.marked_on"
                + " and m.session = f.session and m.code = f.theirs and not m.decided_here"
                + " where f.school_id = :school and f.marked_on >= :since and "
                + scope.pupils("p")
                + " order by f.marked_on desc, p.last_name, p.first_name, p.id, f.session, f.id")
        .param("school", school.value())
        .param("since", since)
        .params(scope.parameters())
        .query(
            (row, n) ->
                new Conflict(
                    new PupilId(row.getLong("pupil_id")),
                    row.getObject("marked_on", LocalDate.class),
                    Session.valueOf(row.getString("session")),
                    row.getString("ours"),
                    row.getString("theirs"),
                    row.getBoolean("planned"),
                    new ImportId(row.getLong("import_id"))))
        .list();
  }

  /** A person settled a mark, or took a settled one back. */
  void decided(StagedMark mark, SchoolId school, Instant now) {
    jdbc.sql(
            """
            delete from code_to_enter
            where pupil_id = :pupil and marked_on = :day and session = :session
            """)
        .param("pupil", mark.pupil())
        .param("day", mark.day())
        .param("session", mark.session().name())
        .update();
    if (mark.settled()) {
      jdbc.sql(
              """
              insert into code_to_enter (pupil_id, marked_on, session, school_id, code,
                minutes_late, decided_at)
              values (:pupil, :day, :session, :school, :code, :minutes, :at)
              """)
          .param("pupil", mark.pupil())
          .param("day", mark.day())
          .param("session", mark.session().name())
          .param("school", school.value())
          .param("code", mark.code())
          .param("minutes", mark.minutesLate())
          .param("at", RegisterImports.utc(now))
          .update();
    }
  }

  /** The absences of a file that met a plan; to be called while the register is as it was. */
  void planned(RegisterImport file) {
    jdbc.sql(
            """
            merge into code_to_enter e
            using (
              select pupil_id, marked_on, session, code, minutes_late, marked_at
              from staged_outcome
              where import_id = :id and from_plan and outcome in ('NEW', 'CHANGED')
            ) o
            on (e.pupil_id = o.pupil_id and e.marked_on = o.marked_on and e.session = o.session)
            when matched then update set code = o.code, minutes_late = o.minutes_late,
              decided_at = o.marked_at, seen_in = null
            when not matched then insert (pupil_id, marked_on, session, school_id, code,
              minutes_late, decided_at)
              values (o.pupil_id, o.marked_on, o.session, cast(:school as varchar(40)), o.code,
                o.minutes_late, o.marked_at)
            """)
        .param("id", file.id().value())
        .param("school", file.school().value())
        .update();
  }

  /** Holds the list to a file; to be called once its marks stand in the register. */
  void compare(RegisterImport file) {
    if (file.firstDay() == null || file.lastDay() == null) {
      return;
    }
    compare(
        file,
        """
        delete from code_to_enter
        where school_id = :school and marked_on between :first and :last
          and exists (select 1 from mark m where m.pupil_id = code_to_enter.pupil_id
            and m.marked_on = code_to_enter.marked_on and m.session = code_to_enter.session
            and not m.decided_here)
        """);
    compare(
        file,
        """
        update code_to_enter set seen_in = :id
        where school_id = :school and marked_on between :first and :last and seen_in is null
          and exists (select 1 from staged_mark s where s.import_id = :id
            and s.pupil_id = code_to_enter.pupil_id and s.marked_on = code_to_enter.marked_on
            and s.session = code_to_enter.session and s.code = code_to_enter.code
            and not s.superseded)
        """);
    compare(
        file,
        """
        update code_to_enter set seen_in = null
        where school_id = :school and marked_on between :first and :last and seen_in is not null
          and exists (select 1 from staged_mark s where s.import_id = :id
            and s.pupil_id = code_to_enter.pupil_id and s.marked_on = code_to_enter.marked_on
            and s.session = code_to_enter.session and not s.settled and not s.superseded)
          and exists (select 1 from register_import newest where newest.id = code_to_enter.seen_in
            and newest.exported_at <= :exported)
        """);
  }

  private void compare(RegisterImport file, String sql) {
    jdbc.sql(sql)
        .param("id", file.id().value())
        .param("school", file.school().value())
        .param("first", file.firstDay())
        .param("last", file.lastDay())
        .param("exported", RegisterImports.utc(file.exportedAt()))
        .update();
  }

  private static ToEnter toEnter(ResultSet row, int n) throws SQLException {
    return new ToEnter(
        new PupilId(row.getLong("pupil_id")),
        row.getObject("marked_on", LocalDate.class),
        Session.valueOf(row.getString("session")),
        row.getString("code"),
        row.getObject("minutes_late", Integer.class),
        row.getObject("decided_at", OffsetDateTime.class).toInstant());
  }
}

package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** Absences known beforehand. */
@Repository
public class PlannedMarks {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PlannedMarks(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Of one pupil, first and last day included, in order. */
  public List<PlannedMark> of(PupilId pupil, LocalDate first, LocalDate last, Scope scope) {
    return jdbc.sql(
            "select m.* from planned_mark m join pupil p on p.id = m.pupil_id"
                + " where m.pupil_id = :pupil and m.planned_on between :first and :last and "
                + scope.pupils("p")
                + " order by m.planned_on, m.session")
        .param("pupil", pupil.value())
        .param("first", first)
        .param("last", last)
        .params(scope.parameters())
        .query(
            (row, n) ->
                new PlannedMark(
                    new PupilId(row.getLong("pupil_id")),
                    row.getObject("planned_on", LocalDate.class),
                    Session.valueOf(row.getString("session")),
                    row.getString("code"),
                    row.getString("reason"),
                    new Author(row.getString("planned_by"), row.getString("planned_title"))))
        .list();
  }

  /** Adds them; a newer plan replaces an older one of the same session. */
  void save(SchoolId school, List<PlannedMark> planned, Instant now) {
    batches.batchUpdate(
        """
        merge into planned_mark t
        using (values (cast(? as bigint), cast(? as date), cast(? as varchar(2)),
          cast(? as varchar(40)), cast(? as varchar(2)), cast(? as varchar(400)),
          cast(? as varchar(120)), cast(? as varchar(120)), cast(? as timestamp with time zone)))
          s (pupil_id, planned_on, session, school_id, code, reason, planned_by, planned_title,
            planned_at)
        on (t.pupil_id = s.pupil_id and t.planned_on = s.planned_on and t.session = s.session)
        when matched then update set code = s.code, reason = s.reason, planned_by = s.planned_by,
          planned_title = s.planned_title, planned_at = s.planned_at
        when not matched then insert (pupil_id, planned_on, session, school_id, code, reason,
          planned_by, planned_title, planned_at)
          values (s.pupil_id, s.planned_on, s.session, s.school_id, s.code, s.reason, s.planned_by,
            s.planned_title, s.planned_at)
        """,
        planned,
        500,
        (statement, mark) -> {
          statement.setLong(1, mark.pupil().value());
          statement.setObject(2, mark.day());
          statement.setString(3, mark.session().name());
          statement.setString(4, school.value());
          statement.setString(5, mark.code());
          statement.setString(6, mark.reason());
          statement.setString(7, mark.by().name());
          statement.setString(8, mark.by().title());
          statement.setObject(9, RegisterImports.utc(now));
        });
  }

  int remove(PupilId pupil, LocalDate first, LocalDate last, Set<Session> sessions) {
    return jdbc.sql(
            """
            delete from planned_mark
            where pupil_id = :pupil and planned_on between :first and :last and session in (:sessions)
            """)
        .param("pupil", pupil.value())
        .param("first", first)
        .param("last", last)
        .param("sessions", sessions.stream().map(Session::name).toList())
        .update();
  }
}

package uk.attendance.register;

import static uk.attendance.register.RegisterImports.utc;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.school.Session;

/** Marks that were read from a file and are not yet in the register. */
@Repository
class StagedMarks {

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  StagedMarks(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void add(ImportId id, List<StagedMark> marks) {
    batches.batchUpdate(
        """
        insert into staged_mark (import_id, line, pupil_id, marked_on, session, code, settled,
          minutes_late, note, marked_at, timed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        marks,
        marks.size(),
        (statement, mark) -> {
          statement.setLong(1, id.value());
          statement.setInt(2, mark.line());
          statement.setLong(3, mark.pupil());
          statement.setObject(4, mark.day());
          statement.setString(5, mark.session().name());
          statement.setString(6, mark.code());
          statement.setBoolean(7, mark.settled());
          statement.setObject(8, mark.minutesLate(), Types.SMALLINT);
          statement.setString(9, mark.note());
          statement.setObject(10, utc(mark.markedAt()));
          statement.setBoolean(11, mark.timed());
        });
  }

  /** A session that a file speaks about more than once. */
  record Twice(long pupil, LocalDate day, Session session) {}

  /** What the file says about a session, line by line. */
  List<StagedMark> about(ImportId id, Twice twice) {
    return jdbc.sql(
            """
            select * from staged_mark
            where import_id = :id and pupil_id = :pupil and marked_on = :day and session = :session
            order by line
            """)
        .param("id", id.value())
        .param("pupil", twice.pupil())
        .param("day", twice.day())
        .param("session", twice.session().name())
        .query(
            (row, n) ->
                new StagedMark(
                    row.getInt("line"),
                    row.getLong("pupil_id"),
                    row.getObject("marked_on", LocalDate.class),
                    Session.valueOf(row.getString("session")),
                    row.getString("code"),
                    row.getBoolean("settled"),
                    row.getObject("minutes_late", Integer.class),
                    row.getString("note"),
                    row.getObject("marked_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("timed")))
        .list();
  }

  void remove(ImportId id, StagedMark mark) {
    jdbc.sql(
            """
            delete from staged_mark where import_id = :id and pupil_id = :pupil
              and marked_on = :day and session = :session and line = :line
            """)
        .param("id", id.value())
        .param("pupil", mark.pupil())
        .param("day", mark.day())
        .param("session", mark.session().name())
        .param("line", mark.line())
        .update();
  }

  void removeAll(ImportId id) {
    jdbc.sql("delete from staged_mark where import_id = :id").param("id", id.value()).update();
  }

  /** When the oldest staged mark was made that would write to the register. */
  Optional<Instant> oldestToWrite(ImportId id) {
    return jdbc.sql(
            """
            select min(marked_at) as oldest from staged_outcome
            where import_id = :id and outcome in ('NEW', 'CHANGED', 'BLANKED', 'DETAILED')
            """)
        .param("id", id.value())
        .query((row, n) -> Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** A newer file speaks about these sessions: what ours says about them is out of date. */
  void supersede(ImportId id, List<Statement> newer) {
    batches.batchUpdate(
        """
        update staged_mark set superseded = true
        where import_id = ? and pupil_id = ? and marked_on = ? and session = ? and marked_at < ?
        """,
        newer,
        newer.size(),
        (statement, said) -> {
          statement.setLong(1, id.value());
          statement.setLong(2, said.pupil());
          statement.setObject(3, said.day());
          statement.setString(4, said.session().name());
          statement.setObject(5, utc(said.at()));
        });
  }
}

package uk.attendance.firstday;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * Pupils to be looked at as at register close. A row is read and deleted in the transaction that
 * does the looking, skipping those that another node has in hand: nothing is lost, nothing is done
 * twice.
 */
@Repository
class RegisterCloseQueue {

  private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(5);
  private static final int LONGEST_FAILURE = 1000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  RegisterCloseQueue(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  record Waiting(long id, PupilId pupil, int attempts) {}

  /**
   * A pupil that could not be looked at, and why.
   *
   * @param since when the marks came in
   * @param tryAt when it is tried again
   */
  record Failed(PupilId pupil, int attempts, String failure, Instant since, Instant tryAt) {}

  /** The school begins to open cases with this day, unless it has begun before. */
  void begin(SchoolId school, LocalDate day) {
    jdbc.sql("update school set cases_from = :day where id = :school and cases_from is null")
        .param("day", day)
        .param("school", school.value())
        .update();
  }

  void add(SchoolId school, Collection<PupilId> pupils) {
    OffsetDateTime now = now();
    batches.batchUpdate(
        "insert into register_close (school_id, pupil_id, queued_at, try_at) values (?, ?, ?, ?)",
        pupils,
        500,
        (statement, pupil) -> {
          statement.setString(1, school.value());
          statement.setLong(2, pupil.value());
          statement.setObject(3, now);
          statement.setObject(4, now);
        });
  }

  /** The next in turn, held for this transaction. */
  List<Waiting> next(SchoolId school, int atMost) {
    return jdbc.sql(
            """
            select id, pupil_id, attempts from register_close
            where school_id = :school and try_at <= :now
            order by id fetch first %d rows only for update skip locked
            """
                .formatted(atMost))
        .param("school", school.value())
        .param("now", now())
        .query(
            (row, n) ->
                new Waiting(
                    row.getLong("id"),
                    new PupilId(row.getLong("pupil_id")),
                    row.getInt("attempts")))
        .list();
  }

  void done(Collection<Waiting> rows) {
    if (!rows.isEmpty()) {
      jdbc.sql("delete from register_close where id in (:ids)")
          .param("ids", rows.stream().map(Waiting::id).toList())
          .update();
    }
  }

  void setAside(Waiting row, String failure) {
    jdbc.sql(
            """
            update register_close set attempts = attempts + 1, failure = :failure, try_at = :tryAt
            where id = :id
            """)
        .param(
            "failure",
            failure.length() <= LONGEST_FAILURE ? failure : failure.substring(0, LONGEST_FAILURE))
        .param("tryAt", now().plus(TRY_AGAIN_AFTER.multipliedBy(row.attempts() + 1L)))
        .param("id", row.id())
        .update();
  }

  /** Has what was set aside tried again at once. */
  void again(SchoolId school, Collection<PupilId> pupils) {
    jdbc.sql(
            """
            update register_close set try_at = :now
            where school_id = :school and pupil_id in (:pupils) and failure is not null
            """)
        .param("now", now())
        .param("school", school.value())
        .param("pupils", pupils.stream().map(PupilId::value).toList())
        .update();
  }

  List<Failed> failed(SchoolId school) {
    return jdbc.sql(
            """
            select pupil_id, attempts, failure, queued_at, try_at from register_close
            where school_id = :school and failure is not null order by id
            """)
        .param("school", school.value())
        .query(
            (row, n) ->
                new Failed(
                    new PupilId(row.getLong("pupil_id")),
                    row.getInt("attempts"),
                    row.getString("failure"),
                    row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                    row.getObject("try_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  List<SchoolId> schoolsWaiting() {
    return jdbc
        .sql(
            "select distinct school_id from register_close where try_at <= :now order by school_id")
        .param("now", now())
        .query(String.class)
        .list()
        .stream()
        .map(SchoolId::new)
        .toList();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

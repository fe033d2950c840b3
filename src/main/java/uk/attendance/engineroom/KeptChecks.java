package uk.attendance.engineroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Actor;
import uk.attendance.engineroom.CheckResult.Finding;

/** What looks at the invariants have found. Only one runs at a time, whichever node does it. */
@Repository
class KeptChecks {

  private static final int KEPT = 200;
  private static final int LONGEST_FOUND = 8000;
  private static final String RUNNING = "running";

  private final JdbcClient jdbc;
  private final Clock clock;

  KeptChecks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Begins one.
   *
   * @param night the night that it belongs to; null for one that a person asked for
   * @return empty while another runs, or once that night's is done
   */
  Optional<Long> begin(Actor by, @Nullable LocalDate night) {
    jdbc.sql(
            "update invariant_check set running = null where running is not null and lease_until < current_timestamp")
        .update();
    try {
      return Optional.of(insert(by, night, RUNNING));
    } catch (DuplicateKeyException another) {
      return Optional.empty();
    }
  }

  /** One that asks nobody, because it has the database to itself. */
  long beginAlone(Actor by) {
    return insert(by, null, null);
  }

  void end(long id, List<Finding> findings) {
    int position = 0;
    for (Finding finding : findings) {
      jdbc.sql(
              """
              insert into invariant_result (check_id, position, invariant, sentence, broken, found)
              values (:id, :position, :invariant, :sentence, :broken, :found)
              """)
          .param("id", id)
          .param("position", ++position)
          .param("invariant", finding.invariant())
          .param("sentence", finding.sentence())
          .param("broken", finding.broken())
          .param("found", cut(finding.found()))
          .update();
    }
    jdbc.sql(
            """
            update invariant_check set ended_at = :now, running = null, lease_until = null
            where id = :id
            """)
        .param("now", now())
        .param("id", id)
        .update();
    jdbc.sql("delete from invariant_check where id <= :id").param("id", id - KEPT).update();
  }

  /** The newest that came to its end. */
  Optional<CheckResult> last() {
    return one("where c.ended_at is not null order by c.ended_at desc, c.id desc");
  }

  /** The one that runs now. */
  Optional<CheckResult> running() {
    return one(
        "where c.running is not null and c.lease_until >= current_timestamp order by c.id desc");
  }

  private Optional<CheckResult> one(String which) {
    return jdbc.sql("select c.* from invariant_check c " + which + " fetch first 1 row only")
        .query(this::check)
        .optional();
  }

  private long insert(Actor by, @Nullable LocalDate night, @Nullable String running) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into invariant_check (begun_at, asked_by, asked_title, running, lease_until, night)
            values (:now, :by, :title, :running, current_timestamp + interval '2' hour, :night)
            """)
        .param("now", now())
        .param("by", by.name())
        .param("title", by.title())
        .param("running", running)
        .param("night", night)
        .update(key, "id");
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException("beginning a check of the invariants: the row got no number");
    }
    return id.longValue();
  }

  private CheckResult check(ResultSet row, int n) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    Instant endedAt = ended == null ? null : ended.toInstant();
    long id = row.getLong("id");
    return new CheckResult(
        id,
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        endedAt,
        row.getString("asked_by"),
        findings(id));
  }

  private List<Finding> findings(long id) {
    return jdbc.sql("select * from invariant_result where check_id = :id order by position")
        .param("id", id)
        .query(
            (row, n) ->
                new Finding(
                    row.getString("invariant"),
                    row.getString("sentence"),
                    row.getInt("broken"),
                    row.getString("found").isEmpty()
                        ? List.of()
                        : List.of(row.getString("found").split("\n"))))
        .list();
  }

  /** As many whole lines as there is room for. */
  private static String cut(List<String> found) {
    StringBuilder lines = new StringBuilder();
    for (String line : found) {
      if (lines.length() + line.length() + 1 > LONGEST_FOUND) {
        break;
      }
      lines.append(lines.isEmpty() ? "" : "\n").append(line);
    }
    return lines.toString();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

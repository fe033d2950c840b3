package uk.attendance.engineroom;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.register.ImportState;

/**
 * Reads the installation's numbers when somebody asks, and not more often than every quarter of a
 * minute however many ask. Every question stops at a number of rows.
 */
@Component
class Readings {

  private static final Logger log = LoggerFactory.getLogger(Readings.class);
  private static final long NOT_BEFORE = Duration.ofSeconds(15).toNanos();
  private static final int TASKS_READ = 100_000;
  private static final int FILES_READ = 1_000;

  private final JdbcClient jdbc;
  private final Queues queues;
  private final Nodes nodes;
  private final KeptChecks checks;
  private final Clock clock;
  private final LongSupplier elapsed;
  private @Nullable Reading last;
  private long readAt;

  @Autowired
  Readings(JdbcClient jdbc, Queues queues, Nodes nodes, KeptChecks checks, Clock clock) {
    this(jdbc, queues, nodes, checks, clock, System::nanoTime);
  }

  Readings(
      JdbcClient jdbc,
      Queues queues,
      Nodes nodes,
      KeptChecks checks,
      Clock clock,
      LongSupplier elapsed) {
    this.jdbc = jdbc;
    this.queues = queues;
    this.nodes = nodes;
    this.checks = checks;
    this.clock = clock;
    this.elapsed = elapsed;
    this.readAt = elapsed.getAsLong() - NOT_BEFORE;
  }

  /** The newest; empty while the database cannot be asked. */
  synchronized Optional<Reading> newest() {
    if (elapsed.getAsLong() - readAt >= NOT_BEFORE) {
      last = read();
      // a database that is away is asked as seldom as one that answers
      readAt = elapsed.getAsLong();
    }
    return Optional.ofNullable(last);
  }

  private @Nullable Reading read() {
    try {
      return new Reading(
          clock.instant(),
          tasks(),
          queues.messages(null),
          queues.registerClose(null),
          queues.setAside(null),
          queues.jobsDue(),
          queues.jobsGivenUp(null),
          queues.locksPast(),
          registerFiles(),
          lastRegister(),
          nodes.up(),
          checks.last().orElse(null));
    } catch (DataAccessException e) {
      log.warn("the numbers for the operators could not be read: {}", e.getMessage());
      return null;
    }
  }

  private Map<String, Reading.Tasks> tasks() {
    Map<String, Reading.Tasks> tasks = new TreeMap<>();
    jdbc.sql(
            """
            select task, count(*) as open_tasks, sum(case when due_at <= :now then 1 else 0 end) as overdue
            from (select task, due_at from worklist fetch first %d rows only) q
            group by task
            """
                .formatted(TASKS_READ))
        .param("now", now())
        .query(
            row -> {
              tasks.put(
                  row.getString("task"),
                  new Reading.Tasks(row.getInt("open_tasks"), row.getInt("overdue")));
            });
    return tasks;
  }

  private Map<ImportState, Integer> registerFiles() {
    Map<ImportState, Integer> files = new EnumMap<>(ImportState.class);
    jdbc.sql(
            """
            select state, count(*) as files
            from (select state, received_at from register_import order by id desc fetch first %d rows only) q
            where received_at > :since group by state
            """
                .formatted(FILES_READ))
        .param("since", now().minusDays(1))
        .query(
            row -> {
              files.put(ImportState.valueOf(row.getString("state")), row.getInt("files"));
            });
    return files;
  }

  private @Nullable Instant lastRegister() {
    return jdbc.sql(
            """
            select max(applied_at) as applied_at
            from (select applied_at from register_import order by id desc fetch first %d rows only) q
            """
                .formatted(FILES_READ))
        .query(
            (row, n) -> {
              Timestamp at = row.getTimestamp("applied_at");
              return Optional.ofNullable(at == null ? null : at.toInstant());
            })
        .single()
        .orElse(null);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}

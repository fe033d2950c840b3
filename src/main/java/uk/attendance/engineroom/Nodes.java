package uk.attendance.engineroom;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.AttendanceApplication;

/**
 * The programs that work on this database, each with a row that it renews: all times are the
 * database's, the same for all of them.
 */
@Component
public class Nodes {

  /** Not seen for so long, a node is down or cut off from the database. */
  static final Duration LOST_AFTER = Duration.ofMinutes(1);

  private final String id = UUID.randomUUID().toString();
  private final JdbcClient jdbc;
  private final String name;

  Nodes(JdbcClient jdbc, EngineRoomSettings settings) {
    this.jdbc = jdbc;
    this.name =
        settings.node() == null ? ManagementFactory.getRuntimeMXBean().getName() : settings.node();
  }

  /**
   * One of them.
   *
   * @param up for how long it has been up, or was
   * @param seenAgo how long ago it was seen last
   * @param stopped it was stopped as it should be
   */
  public record Node(
      String name,
      String version,
      Duration up,
      Duration seenAgo,
      boolean stopped,
      boolean thisOne) {

    public boolean isUp() {
      return !stopped && seenAgo.compareTo(LOST_AFTER) < 0;
    }
  }

  /** Seen in the last day, those that are up first. */
  public List<Node> seenLately() {
    return jdbc.sql(
            """
            select n.*, current_timestamp as now_at from node n
            where n.seen_at > current_timestamp - interval '1' day
            order by case when n.stopped_at is null then 0 else 1 end, n.seen_at desc, n.name
            fetch first 50 rows only
            """)
        .query(
            (row, n) -> {
              Instant now = at(row.getObject("now_at", OffsetDateTime.class));
              Instant seen = at(row.getObject("seen_at", OffsetDateTime.class));
              return new Node(
                  row.getString("name"),
                  row.getString("version"),
                  Duration.between(at(row.getObject("started_at", OffsetDateTime.class)), seen),
                  Duration.between(seen, now),
                  row.getObject("stopped_at") != null,
                  row.getString("id").equals(id));
            })
        .list();
  }

  /** How many are up. */
  int up() {
    return (int) seenLately().stream().filter(Node::isUp).count();
  }

  /** This one is alive and reaches the database. */
  void beat() {
    int renewed =
        jdbc.sql("update node set seen_at = current_timestamp, stopped_at = null where id = :id")
            .param("id", id)
            .update();
    if (renewed == 0) {
      jdbc.sql("delete from node where seen_at < current_timestamp - interval '7' day").update();
      jdbc.sql(
              """
              insert into node (id, name, version, started_at, seen_at)
              values (:id, :name, :version, current_timestamp, current_timestamp)
              """)
          .param("id", id)
          .param("name", name)
          .param("version", version())
          .update();
    }
  }

  void stopped() {
    jdbc.sql(
            """
            update node set seen_at = current_timestamp, stopped_at = current_timestamp
            where id = :id
            """)
        .param("id", id)
        .update();
  }

  private static String version() {
    return Objects.requireNonNullElse(
        AttendanceApplication.class.getPackage().getImplementationVersion(), "not packaged");
  }

  private static Instant at(@Nullable OffsetDateTime time) {
    return Objects.requireNonNull(time).toInstant();
  }
}

package uk.attendance.engineroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.letter.MessageState;
import uk.attendance.register.ImportState;
import uk.attendance.school.SchoolId;

/**
 * How much waits for what, and since when. Every question reads at most a thousand rows and one, in
 * the order of an index where there is one, so that it costs the same on a bad day.
 */
@Component
public class Queues {

  /** Messages that are not over, by what they wait for. */
  static final List<MessageState> MESSAGES =
      List.of(
          MessageState.WAITING,
          MessageState.SENDING,
          MessageState.HELD,
          MessageState.PROPOSED,
          MessageState.TO_PRINT,
          MessageState.FAILED,
          MessageState.UNKNOWN);

  private static final List<ImportState> FILES =
      List.of(ImportState.RECEIVED, ImportState.CONFIRMED, ImportState.STAGED, ImportState.STOPPED);

  private final JdbcClient jdbc;
  private final Clock clock;

  Queues(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Messages of the schools, or of all; of those that wait, only what is due. */
  public Map<MessageState, Queue> messages(@Nullable Collection<SchoolId> schools) {
    Map<MessageState, Queue> messages = new TreeMap<>();
    for (MessageState state : MESSAGES) {
      String due = state == MessageState.WAITING ? " and send_after <= :now" : "";
      messages.put(
          state,
          queue(
              "send_after",
              "message where state = '%s'%s%s".formatted(state, due, at(schools)),
              schools));
    }
    return messages;
  }

  /** Register files on their way, of the schools or of all. */
  public Map<ImportState, Queue> registerFiles(@Nullable Collection<SchoolId> schools) {
    Map<ImportState, Queue> files = new TreeMap<>();
    for (ImportState state : FILES) {
      files.put(
          state,
          queue(
              "received_at",
              "register_import where state = '%s'%s".formatted(state, at(schools)),
              schools));
    }
    return files;
  }

  /** Pupils whose marks came in and who have yet to be looked at. */
  public Queue registerClose(@Nullable Collection<SchoolId> schools) {
    return queue("queued_at", "register_close where failure is null" + at(schools), schools);
  }

  /** Pupils whose register close failed. */
  public Queue setAside(@Nullable Collection<SchoolId> schools) {
    return queue("queued_at", "register_close where failure is not null" + at(schools), schools);
  }

  /** Jobs of the engine that are due and that nobody has done, of whatever school. */
  public Queue jobsDue() {
    return queue(
        "DUEDATE_",
        "ACT_RU_JOB where DUEDATE_ <= :engineNow and RETRIES_ > 0 and SUSPENSION_STATE_ = 1",
        null);
  }

  /** Jobs of the schools, or of all, that failed and are not tried again by themselves. */
  public Queue jobsGivenUp(@Nullable Collection<SchoolId> schools) {
    return queue(
        "INCIDENT_TIMESTAMP_",
        "ACT_RU_INCIDENT left join case_file on instance_id = PROC_INST_ID_ where INCIDENT_TYPE_ = 'failedJob'"
            + (schools == null ? "" : " and (school_id is null or school_id in (:schools))"),
        schools);
  }

  /** Jobs that a node has in hand. */
  public Queue jobsLocked() {
    return queue("LOCK_EXP_TIME_", "ACT_RU_JOB where LOCK_EXP_TIME_ >= :engineNow", null);
  }

  /** Jobs that a node took in hand and has neither done nor given back in its time. */
  public Queue locksPast() {
    return queue("LOCK_EXP_TIME_", "ACT_RU_JOB where LOCK_EXP_TIME_ < :engineNow", null);
  }

  private Queue queue(String since, String rows, @Nullable Collection<SchoolId> schools) {
    if (schools != null && schools.isEmpty()) {
      return Queue.EMPTY;
    }
    Instant now = clock.instant();
    var query =
        jdbc.sql(
            "select count(*) as waiting, min(since) as oldest from (select %1$s as since from %2$s order by %1$s fetch first %3$d rows only) q"
                .formatted(since, rows, Queue.CAP));
    if (rows.contains(":now")) {
      query = query.param("now", now.atOffset(java.time.ZoneOffset.UTC));
    }
    if (rows.contains(":engineNow")) {
      query = query.param("engineNow", Timestamp.from(now));
    }
    if (schools != null) {
      query = query.param("schools", schools.stream().map(SchoolId::value).toList());
    }
    return query.query(Queues::queue).single();
  }

  private static String at(@Nullable Collection<SchoolId> schools) {
    return schools == null ? "" : " and school_id in (:schools)";
  }

  private static Queue queue(ResultSet row, int n) throws SQLException {
    Timestamp oldest = row.getTimestamp("oldest");
    return new Queue(row.getInt("waiting"), oldest == null ? null : oldest.toInstant());
  }
}

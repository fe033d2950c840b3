package uk.attendance.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.policy.Wait;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.SchoolId;

/** Where deadlines are stored. */
@Repository
class DeadlineTable {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A deadline over the summer holidays names some thirty days; one over years, hundreds. */
  private static final int MOST_SKIPPED_DAYS = 60;

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Collected<Opened> opened;

  DeadlineTable(JdbcClient jdbc, JdbcTemplate batches, BeforeCommit beforeCommit) {
    this.jdbc = jdbc;
    this.opened = new Collected<>(beforeCommit, rows -> insert(batches, rows));
  }

  void insert(
      CaseId caseId, SchoolId school, String element, TaskId task, Instant openedAt, DueDate due) {
    opened.add(new Opened(caseId, school, element, task, openedAt, due));
  }

  private record Opened(
      CaseId caseId, SchoolId school, String element, TaskId task, Instant openedAt, DueDate due) {}

  private static void insert(JdbcTemplate batches, List<Opened> opened) {
    batches.batchUpdate(
        """
        insert into case_deadline (case_id, school_id, element, task_id, opened_at, from_on, amount, unit,
          backwards, due_at, due_on, school_days, skipped, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
        """,
        opened,
        BATCH,
        (statement, row) -> {
          Wait wait = row.due().counted();
          statement.setLong(1, row.caseId().value());
          statement.setString(2, row.school().value());
          statement.setString(3, row.element());
          statement.setString(4, row.task().value());
          statement.setObject(5, TimelineTable.utc(row.openedAt()));
          statement.setObject(6, row.due().from());
          statement.setInt(7, wait == null ? 0 : wait.amount());
          statement.setString(8, wait == null ? CaseDeadline.FIXED : wait.unit().key());
          statement.setBoolean(9, wait != null && wait.before());
          statement.setObject(10, TimelineTable.utc(row.due().at()));
          statement.setObject(11, row.due().on());
          statement.setInt(12, row.due().schoolDays());
          statement.setString(13, write(row.due().skipped()));
        });
  }

  void move(CaseDeadline deadline, DueDate due) {
    with(
            asWritten()
                .sql(
                    """
                update case_deadline set from_on = :from, amount = :amount, unit = :unit,
                  backwards = :backwards, due_at = :dueAt, due_on = :dueOn, school_days = :schoolDays,
                  skipped = :skipped
                where id = :id
                """),
            due)
        .param("id", deadline.id())
        .update();
  }

  private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec sql, DueDate due) {
    Wait wait = due.counted();
    return sql.param("from", due.from())
        .param("amount", wait == null ? 0 : wait.amount())
        .param("unit", wait == null ? CaseDeadline.FIXED : wait.unit().key())
        .param("backwards", wait != null && wait.before())
        .param("dueAt", TimelineTable.utc(due.at()))
        .param("dueOn", due.on())
        .param("schoolDays", due.schoolDays())
        .param("skipped", write(due.skipped()));
  }

  /** With what was collected so far. */
  private JdbcClient asWritten() {
    opened.write();
    return jdbc;
  }

  /** Whether there was an open deadline of that task. */
  boolean close(TaskId task, DeadlineState state, Instant now) {
    return asWritten()
            .sql(
                """
                update case_deadline set state = :state, closed_at = :now
                where task_id = :task and state = 'OPEN'
                """)
            .param("state", state.name())
            .param("now", TimelineTable.utc(now))
            .param("task", task.value())
            .update()
        > 0;
  }

  Optional<CaseDeadline> of(TaskId task) {
    return asWritten()
        .sql("select * from case_deadline where task_id = :task")
        .param("task", task.value())
        .query(DeadlineTable::deadline)
        .optional();
  }

  List<CaseDeadline> of(CaseId caseId) {
    return asWritten()
        .sql("select * from case_deadline where case_id = :case order by id")
        .param("case", caseId.value())
        .query(DeadlineTable::deadline)
        .list();
  }

  List<CaseDeadline> open(SchoolId school) {
    return asWritten()
        .sql("select * from case_deadline where school_id = :school and state = 'OPEN' order by id")
        .param("school", school.value())
        .query(DeadlineTable::deadline)
        .list();
  }

  List<CaseDeadline> open(PupilId pupil) {
    return asWritten()
        .sql(
            """
            select d.* from case_deadline d join case_file c on c.id = d.case_id
            where c.pupil_id = :pupil and d.state = 'OPEN' order by d.id
            """)
        .param("pupil", pupil.value())
        .query(DeadlineTable::deadline)
        .list();
  }

  private static CaseDeadline deadline(ResultSet row, int n) throws SQLException {
    String task = row.getString("task_id");
    OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
    return new CaseDeadline(
        row.getLong("id"),
        new CaseId(row.getLong("case_id")),
        new SchoolId(row.getString("school_id")),
        row.getString("element"),
        task == null ? null : new TaskId(task),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getObject("from_on", LocalDate.class),
        row.getInt("amount"),
        row.getString("unit"),
        row.getBoolean("backwards"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_on", LocalDate.class),
        row.getInt("school_days"),
        read(row.getString("skipped")),
        DeadlineState.valueOf(row.getString("state")),
        closed == null ? null : closed.toInstant());
  }

  private static String write(List<ClosedDay> skipped) {
    ArrayNode days = JSON.createArrayNode();
    skipped.stream()
        .limit(MOST_SKIPPED_DAYS)
        .forEach(
            closed ->
                days.addObject()
                    .put("day", closed.day().toString())
                    .put("kind", closed.kind().name())
                    .put(
                        "reason",
                        closed.reason().length() > 60
                            ? closed.reason().substring(0, 59) + "…"
                            : closed.reason()));
    return days.toString();
  }

  private static List<ClosedDay> read(String skipped) {
    try {
      List<ClosedDay> days = new ArrayList<>();
      JSON.readTree(skipped)
          .forEach(
              day ->
                  days.add(
                      new ClosedDay(
                          LocalDate.parse(day.path("day").asText()),
                          ClosureKind.valueOf(day.path("kind").asText()),
                          day.path("reason").asText())));
      return days;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the days a deadline skipped are not readable", e);
    }
  }
}

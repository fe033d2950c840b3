package uk.attendance.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.WhyJson;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/** The rows of open tasks. What takes no scope is for the program's own work. */
@Component
public class OpenTasks {

  private static final String SELECT = "select w.* from worklist w ";

  private final JdbcClient jdbc;
  private final NewTasks newTasks;

  OpenTasks(JdbcClient jdbc, NewTasks newTasks) {
    this.jdbc = jdbc;
    this.newTasks = newTasks;
  }

  /** Empty once it is done or taken away. */
  public Optional<OpenTask> find(TaskId id) {
    return those("where w.task_id = :id", Map.of("id", id.value())).stream().findFirst();
  }

  /** Empty, too, when its pupil is out of scope: nobody can tell which. */
  public Optional<OpenTask> find(TaskId id, Scope scope) {
    newTasks.write();
    return jdbc.sql(
            SELECT
                + "join pupil p on p.id = w.pupil_id where w.task_id = :id and "
                + scope.pupils("p"))
        .param("id", id.value())
        .params(scope.parameters())
        .query(OpenTasks::row)
        .optional();
  }

  /** Of a case, the first due first. */
  public List<OpenTask> of(CaseId caseId) {
    return newTasks.noneOf(caseId)
        ? List.of()
        : those(
            "where w.case_id = :case order by w.due_at, w.opened_at, w.task_id",
            Map.of("case", caseId.value()));
  }

  /** Of one key about one pupil, whatever the case. */
  public List<OpenTask> of(String task, PupilId pupil) {
    return those(
        "where w.task = :task and w.pupil_id = :pupil order by w.due_at, w.opened_at, w.task_id",
        Map.of("task", task, "pupil", pupil.value()));
  }

  private List<OpenTask> those(String condition, Map<String, ?> parameters) {
    newTasks.write();
    return jdbc.sql(SELECT + condition).params(parameters).query(OpenTasks::row).list();
  }

  /** A row of the table, for whoever selects {@code w.*} with more beside it. */
  static OpenTask row(ResultSet row, int n) throws SQLException {
    String why = row.getString("why");
    return new OpenTask(
        new TaskId(row.getString("task_id")),
        new CaseId(row.getLong("case_id")),
        new SchoolId(row.getString("school_id")),
        new PupilId(row.getLong("pupil_id")),
        classId(row),
        row.getString("task"),
        row.getString("role"),
        assignee(row),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_on", LocalDate.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        why == null ? null : WhyJson.read(why),
        row.getObject("postponed_until", LocalDate.class),
        row.getString("postponed_because"),
        row.getBoolean("on_hold"),
        row.getInt("revision"));
  }

  private static @Nullable ClassId classId(ResultSet row) throws SQLException {
    long id = row.getLong("class_id");
    return row.wasNull() ? null : new ClassId(id);
  }

  private static @Nullable AccountId assignee(ResultSet row) throws SQLException {
    long id = row.getLong("assignee");
    return row.wasNull() ? null : new AccountId(id);
  }
}

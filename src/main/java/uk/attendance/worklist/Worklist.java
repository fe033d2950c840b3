package uk.attendance.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.PupilRows;
import uk.attendance.pupil.Slice;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** The open tasks that a person sees, the overdue first, then by the day they are due. */
@Component
public class Worklist {

  private static final String SELECT =
      """
      select w.task_id, w.case_id, w.task, w.role, w.assignee, a.name as assignee_name, w.due_at,
        w.due_on, w.opened_at, w.why, w.postponed_until, w.postponed_because, w.on_hold, w.revision,
      """
          + PupilRows.COLUMNS;
  private static final String JOINED =
      """
       join pupil p on p.id = w.pupil_id
      left join school_class c on c.id = p.class_id
      left join account a on a.id = w.assignee
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  public Worklist(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Slice<ListedTask> page(WorklistQuery query, AccountId reader, Scope scope, int limit) {
    WorklistSql sql = new WorklistSql(query, reader, scope, today(), limit + 1);
    return sql.isEmpty()
        ? new Slice<>(List.of(), false)
        : Slice.of(
            jdbc.sql(
                    SELECT
                        + " from "
                        + sql.rows()
                        + " w"
                        + JOINED
                        + " where "
                        + scope.pupils("p")
                        + " order by w.due_on, w.task_id fetch first "
                        + (limit + 1)
                        + " rows only")
                .params(sql.parameters())
                .query(new Rows(scope))
                .list(),
            limit);
  }

  /** How many there are, counted no further than the cap. */
  public int count(WorklistQuery query, AccountId reader, Scope scope, int cap) {
    WorklistSql sql = new WorklistSql(query.after(null), reader, scope, today(), cap);
    return sql.isEmpty()
        ? 0
        : Math.min(
            cap,
            jdbc.sql("select count(*) from " + sql.rows() + " w")
                .params(sql.parameters())
                .query(Integer.class)
                .single());
  }

  /** Empty when it is done, taken away, or out of the person's sight: nobody can tell which. */
  public Optional<ListedTask> find(TaskId id, Scope scope) {
    return jdbc.sql(
            SELECT
                + " from worklist w"
                + JOINED
                + " where w.task_id = :id and "
                + scope.pupils("p"))
        .params(scope.parameters())
        .param("id", id.value())
        .query(new Rows(scope))
        .optional()
        .filter(task -> TaskRights.sees(scope, task.school(), task.role()));
  }

  /** Of these kinds, those of which a task is open at one of the schools. */
  public List<String> kinds(Collection<String> kinds, Collection<SchoolId> schools) {
    if (kinds.isEmpty() || schools.isEmpty()) {
      return List.of();
    }
    Map<String, Object> parameters = new TreeMap<>();
    kinds.forEach(kind -> parameters.put("kind" + parameters.size(), kind));
    String values =
        parameters.keySet().stream()
            .map("(cast(:%s as varchar(80)))"::formatted)
            .collect(Collectors.joining(", "));
    return jdbc.sql(
            """
            select k.task from (values %s) as k (task) where exists (
              select 1 from worklist w where w.school_id in (:schools) and w.task = k.task)
            order by k.task
            """
                .formatted(values))
        .params(parameters)
        .param("schools", schools.stream().map(SchoolId::value).toList())
        .query(String.class)
        .list();
  }

  LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }

  /** Rows as one person may see them: under a hold, not whom they are about. */
  private record Rows(Scope scope) implements RowMapper<ListedTask> {

    @Override
    public ListedTask mapRow(ResultSet row, int number) throws SQLException {
      SchoolId school = new SchoolId(row.getString("school_id"));
      boolean onHold = row.getBoolean("on_hold");
      boolean hidden = onHold && !TaskRights.seesHeld(scope, school);
      long assignee = row.getLong("assignee");
      LocalDate until = row.getObject("postponed_until", LocalDate.class);
      return new ListedTask(
          new TaskId(row.getString("task_id")),
          new CaseId(row.getLong("case_id")),
          school,
          row.getString("task"),
          Role.of(row.getString("role")),
          hidden ? null : new PupilRows(scope).mapRow(row, number),
          assignee == 0
              ? null
              : new ListedTask.Holder(new AccountId(assignee), row.getString("assignee_name")),
          instant(row, "due_at"),
          row.getObject("due_on", LocalDate.class),
          instant(row, "opened_at"),
          hidden ? null : row.getString("why"),
          until == null || hidden
              ? null
              : new ListedTask.Postponed(until, row.getString("postponed_because")),
          onHold,
          row.getInt("revision"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
      return row.getObject(column, OffsetDateTime.class).toInstant();
    }
  }
}

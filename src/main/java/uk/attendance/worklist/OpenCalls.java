package uk.attendance.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.WhyJson;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilRows;
import uk.attendance.school.SchoolId;

/** Calls that are due and not made. */
@Component
class OpenCalls {

  static final String TO_PARENTS = "telephone-parents";
  static final String TO_EMERGENCY_CONTACTS = "telephone-emergency-contacts";
  static final List<String> KINDS = List.of(TO_PARENTS, TO_EMERGENCY_CONTACTS);

  private final JdbcClient jdbc;

  OpenCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param startedOn the first day of the absence
   */
  record Call(
      TaskId task,
      CaseId caseId,
      String kind,
      Pupil pupil,
      LocalDate startedOn,
      @Nullable String why,
      ListedTask.@Nullable Holder holder,
      boolean onHold,
      boolean postponed) {

    FamilyToCall.Child child(int schoolDay) {
      return new FamilyToCall.Child(
          task,
          caseId,
          pupil,
          kind.equals(TO_EMERGENCY_CONTACTS),
          schoolDay,
          why == null ? null : WhyJson.read(why),
          holder);
    }
  }

  /** Due by the day, by name. */
  List<Call> of(SchoolId school, LocalDate day, Scope scope) {
    return jdbc.sql(
            "select w.task_id, w.case_id, w.task, w.why, w.assignee, a.name as assignee_name,"
                + " w.on_hold, w.postponed_until, f.started_on, "
                + PupilRows.COLUMNS
                + """
                 from worklist w
                join pupil p on p.id = w.pupil_id
                left join school_class c on c.id = p.class_id
                join case_file f on f.id = w.case_id
                left join account a on a.id = w.assignee
                where w.school_id = :school and w.task in (:kinds) and w.due_on <= :day and\s"""
                + scope.pupils("p")
                + " order by p.last_name, p.first_name, p.id, w.task_id")
        .params(scope.parameters())
        .param("school", school.value())
        .param("kinds", KINDS)
        .param("day", day)
        .query((row, n) -> call(row, n, day, scope))
        .list();
  }

  private static Call call(ResultSet row, int n, LocalDate day, Scope scope) throws SQLException {
    long assignee = row.getLong("assignee");
    LocalDate postponed = row.getObject("postponed_until", LocalDate.class);
    return new Call(
        new TaskId(row.getString("task_id")),
        new CaseId(row.getLong("case_id")),
        row.getString("task"),
        new PupilRows(scope).mapRow(row, n),
        row.getObject("started_on", LocalDate.class),
        row.getString("why"),
        assignee == 0
            ? null
            : new ListedTask.Holder(new AccountId(assignee), row.getString("assignee_name")),
        row.getBoolean("on_hold"),
        postponed != null && postponed.isAfter(day));
  }
}

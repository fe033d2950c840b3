package uk.attendance.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.PupilRows;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** What came of calls. */
@Component
class CallsMade {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JdbcClient jdbc;

  CallsMade(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of one day at one school, the oldest first. */
  List<CallMade> on(LocalDate day, SchoolId school, Scope scope) {
    return those(
        "s.school_id = :school and s.submitted_at >= :from and s.submitted_at < :until",
        Map.of("school", school.value(), "from", startOf(day), "until", startOf(day.plusDays(1))),
        scope);
  }

  /** Of some cases before a day, the oldest first. */
  List<CallMade> before(LocalDate day, Collection<CaseId> cases, Scope scope) {
    return cases.isEmpty()
        ? List.of()
        : those(
            "s.case_id in (:cases) and s.submitted_at < :until",
            Map.of("cases", cases.stream().map(CaseId::value).toList(), "until", startOf(day)),
            scope);
  }

  private List<CallMade> those(String condition, Map<String, Object> given, Scope scope) {
    Map<String, Object> parameters = new HashMap<>(scope.parameters());
    parameters.putAll(given);
    parameters.put("kinds", OpenCalls.KINDS);
    return jdbc.sql(
            "select s.task_id, s.case_id, s.task, s.outcome, s.answers, s.submitted_name,"
                + " s.submitted_at, s.undone_at, "
                + PupilRows.COLUMNS
                + " from task_submission s join pupil p on p.id = s.pupil_id"
                + " left join school_class c on c.id = p.class_id where s.task in (:kinds) and "
                + condition
                + " and "
                + scope.pupils("p")
                + " order by s.submitted_at, p.last_name, p.first_name, s.task_id")
        .params(parameters)
        .query((row, n) -> call(row, n, scope))
        .list();
  }

  private static CallMade call(ResultSet row, int n, Scope scope) throws SQLException {
    JsonNode answers = answers(row.getString("answers"));
    String back = text(answers, "expectedReturn");
    return new CallMade(
        new TaskId(row.getString("task_id")),
        new CaseId(row.getLong("case_id")),
        row.getString("task"),
        new PupilRows(scope).mapRow(row, n),
        row.getString("outcome"),
        text(answers, "reason"),
        back == null ? null : LocalDate.parse(back),
        text(answers, "spokeTo"),
        row.getString("submitted_name"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        row.getObject("undone_at") != null);
  }

  private static JsonNode answers(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored answers cannot be read", e);
    }
  }

  private static @Nullable String text(JsonNode answers, String field) {
    return answers.hasNonNull(field) ? answers.get(field).asText() : null;
  }

  private static OffsetDateTime startOf(LocalDate day) {
    return day.atStartOfDay(SchoolCalendar.ZONE).toOffsetDateTime();
  }
}

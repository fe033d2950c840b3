package uk.attendance.pupil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.file.RejectedRow;
import uk.attendance.school.SchoolId;

/** The record of every file of people: who brought it, when, what it did, which rows it lost. */
@Component
public class PeopleImports {

  private final JdbcClient jdbc;

  public PeopleImports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<PeopleImport> byId(long id, Scope scope) {
    return those("id = :id", Map.of("id", id), scope).stream().findFirst();
  }

  /** The newest first, at most so many. */
  public List<PeopleImport> latest(SchoolId school, int limit, Scope scope) {
    return those(
        "school_id = :school order by id desc fetch first :limit rows only",
        Map.of("school", school.value(), "limit", limit),
        scope);
  }

  /** In the order of their lines. */
  public List<RejectedRow> rejects(PeopleImport file) {
    return jdbc.sql(
            "select line, reason, row_text from people_reject where import_id = :id order by line")
        .param("id", file.id())
        .query(
            (row, number) ->
                new RejectedRow(
                    row.getLong("line"), row.getString("reason"), row.getString("row_text")))
        .list();
  }

  /** The refused rows as a file that can be mended and brought in again. */
  public String rejectsAsCsv(PeopleImport file) {
    StringBuilder csv = new StringBuilder();
    csv.append(
            jdbc.sql("select header from people_import where id = :id")
                .param("id", file.id())
                .query(String.class)
                .single())
        .append(",why_refused\r\n");
    for (RejectedRow reject : rejects(file)) {
      csv.append(reject.text())
          .append(",\"line ")
          .append(reject.line())
          .append(": ")
          .append(reject.reason().replace("\"", "\"\""))
          .append("\"\r\n");
    }
    return csv.toString();
  }

  /** Pupils on roll whom the file did not name. */
  public List<PupilId> notInFile(PeopleImport file) {
    return jdbc.sql("select pupil_id from people_not_in_file where import_id = :id")
        .param("id", file.id())
        .query((row, number) -> new PupilId(row.getLong("pupil_id")))
        .list();
  }

  private List<PeopleImport> those(String condition, Map<String, ?> parameters, Scope scope) {
    Set<SchoolId> schools = scope.schools();
    return schools.isEmpty()
        ? List.of()
        : jdbc.sql("select * from people_import where school_id in (:schools) and " + condition)
            .param("schools", schools.stream().map(SchoolId::value).toList())
            .params(parameters)
            .query((row, number) -> file(row))
            .list();
  }

  private static PeopleImport file(ResultSet row) throws SQLException {
    return new PeopleImport(
        row.getLong("id"),
        new SchoolId(row.getString("school_id")),
        PeopleImport.Kind.valueOf(row.getString("kind")),
        PeopleImport.State.valueOf(row.getString("state")),
        row.getString("file_name"),
        row.getString("brought_by"),
        row.getTimestamp("brought_at").toInstant(),
        row.getInt("rows_read"),
        row.getInt("rows_added"),
        row.getInt("rows_changed"),
        row.getInt("rows_unchanged"),
        row.getInt("rows_rejected"),
        row.getInt("not_in_file"),
        row.getString("remarks"));
  }
}

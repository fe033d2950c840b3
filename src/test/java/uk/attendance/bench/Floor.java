package uk.attendance.bench;

import java.io.StringReader;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.school.SchoolId;

/** What PostgreSQL itself needs for the rows of a file: COPY and one upsert, nothing checked. */
final class Floor {

  private final JdbcClient jdbc;
  private final DataSource source;
  private final String rows;

  Floor(JdbcClient jdbc, DataSource source, SchoolId school, MadeUpFile file) {
    this.jdbc = jdbc;
    this.source = source;
    jdbc.sql("create table floor_mark (like mark including all)").update();
    jdbc.sql(
            "alter table floor_mark add constraint floor_pupil foreign key (pupil_id) references pupil (id)")
        .update();
    jdbc.sql("create table floor_staging (like mark)").update();
    this.rows = copyText(school, file);
  }

  private String copyText(SchoolId school, MadeUpFile file) {
    Map<Integer, Long> ids = new HashMap<>();
    jdbc.sql("select id, admission_no from pupil where school_id = :school")
        .param("school", school.value())
        .query(
            row -> {
              ids.put(Integer.valueOf(row.getString("admission_no")), row.getLong("id"));
            });
    StringBuilder text = new StringBuilder();
    for (MadeUpFile.Line line : file.lines()) {
      text.append(ids.get(line.pupil()))
          .append('\t')
          .append(line.day())
          .append('\t')
          .append(line.session())
          .append('\t')
          .append(school.value())
          .append('\t')
          .append(line.code().replace("\\", "\\\\"))
          .append('\t')
          .append(line.minutesLate().isEmpty() ? "\\N" : line.minutesLate())
          .append("\t\\N\tf\t2025-12-01 09:30:00+00\n");
    }
    return text.toString();
  }

  /** In milliseconds. */
  long run() throws Exception {
    long start = System.nanoTime();
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              """
              copy floor_staging (pupil_id, marked_on, session, school_id, code, minutes_late, note,
                decided_here, marked_at) from stdin
              """,
              new StringReader(rows));
      try (var statement = connection.createStatement()) {
        statement.executeUpdate(
            """
            insert into floor_mark (pupil_id, marked_on, session, school_id, code, minutes_late,
              note, decided_here, marked_at)
            select pupil_id, marked_on, session, school_id, code, minutes_late, note, decided_here,
              marked_at
            from floor_staging
            on conflict (pupil_id, marked_on, session) do update
            set code = excluded.code, minutes_late = excluded.minutes_late, note = excluded.note,
              decided_here = excluded.decided_here, marked_at = excluded.marked_at
            """);
      }
      connection.commit();
    }
    return (System.nanoTime() - start) / 1_000_000;
  }

  void empty() {
    jdbc.sql("truncate floor_mark, floor_staging").update();
  }
}

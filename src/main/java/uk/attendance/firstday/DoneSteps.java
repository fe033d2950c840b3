package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.casefile.BeforeCommit;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Collected;
import uk.attendance.school.OneLook;

/** Steps of a case that no person does: on which days they were done. */
@Repository
class DoneSteps {

  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Collected<Done> rows;

  DoneSteps(JdbcClient jdbc, JdbcTemplate batches, BeforeCommit beforeCommit) {
    this.jdbc = jdbc;
    this.rows = new Collected<>(beforeCommit, done -> insert(batches, done));
  }

  private record Done(CaseId id, String step, LocalDate day) {}

  private record Any(CaseId id) {}

  /** The newest day on which a step was done. */
  Optional<LocalDate> newest(CaseId id, String step) {
    if (CaseFiles.isNew(id) && OneLook.known(new Any(id)).isEmpty()) {
      return Optional.empty();
    }
    rows.write();
    return jdbc.sql(
            "select max(done_on) as newest from first_day_step where case_id = :id and step = :step")
        .param("id", id.value())
        .param("step", step)
        .query((row, n) -> Optional.ofNullable(row.getObject("newest", LocalDate.class)))
        .single();
  }

  void done(CaseId id, String step, LocalDate day) {
    OneLook.know(new Any(id), true);
    rows.add(new Done(id, step, day));
  }

  private static void insert(JdbcTemplate batches, List<Done> done) {
    batches.batchUpdate(
        "insert into first_day_step (case_id, step, done_on) values (?, ?, ?)",
        done,
        BATCH,
        (statement, row) -> {
          statement.setLong(1, row.id().value());
          statement.setString(2, row.step());
          statement.setObject(3, row.day());
        });
  }
}

package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import uk.attendance.casefile.CaseId;

/** Steps of a case that no person does: on which days they were done. */
@Repository
class DoneSteps {

  private final JdbcClient jdbc;

  DoneSteps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest day on which a step was done. */
  Optional<LocalDate> newest(CaseId id, String step) {
    return jdbc.sql(
            "select max(done_on) as newest from first_day_step where case_id = :id and step = :step")
        .param("id", id.value())
        .param("step", step)
        .query((row, n) -> Optional.ofNullable(row.getObject("newest", LocalDate.class)))
        .single();
  }

  void done(CaseId id, String step, LocalDate day) {
    jdbc.sql("insert into first_day_step (case_id, step, done_on) values (:id, :step, :day)")
        .param("id", id.value())
        .param("step", step)
        .param("day", day)
        .update();
  }
}

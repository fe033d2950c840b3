package uk.attendance.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** The open tasks of a story's school, held or not. */
@Component
@Profile("scenario")
class StoryTasks {

  private final JdbcClient jdbc;

  StoryTasks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @param dueAt the first moment that is too late
   */
  record Open(
      TaskId id,
      CaseId caseId,
      String task,
      PupilId pupil,
      String role,
      LocalDate dueOn,
      Instant dueAt) {

    /** In England. */
    LocalTime dueTime() {
      return LocalTime.ofInstant(dueAt, SchoolCalendar.ZONE);
    }

    String words(String pupilName) {
      return "%s for %s, role %s, due %s".formatted(task, pupilName, role, dueOn);
    }
  }

  /** In the order in which they opened. */
  List<Open> of(SchoolId school) {
    return jdbc.sql(
            """
            select task_id, case_id, task, pupil_id, role, due_on, due_at from worklist
            where school_id = :school order by opened_at, task, task_id
            """)
        .param("school", school.value())
        .query(
            (row, n) ->
                new Open(
                    new TaskId(row.getString("task_id")),
                    new CaseId(row.getLong("case_id")),
                    row.getString("task"),
                    new PupilId(row.getLong("pupil_id")),
                    row.getString("role"),
                    row.getObject("due_on", LocalDate.class),
                    row.getObject("due_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** The one that has been open longest. */
  Optional<Open> find(SchoolId school, String task, PupilId pupil) {
    return of(school).stream()
        .filter(open -> open.task().equals(task) && open.pupil().equals(pupil))
        .findFirst();
  }
}

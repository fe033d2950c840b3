package uk.attendance.worklist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.BeforeCommit;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Collected;
import uk.attendance.casefile.DueDate;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.OneLook;

/** The rows of tasks that open, collected and written in one batch. */
@Component
public class NewTasks {

  private static final int BATCH = 500;

  private final Collected<Opened> rows;

  NewTasks(JdbcTemplate batches, BeforeCommit beforeCommit) {
    this.rows = new Collected<>(beforeCommit, opened -> insert(batches, opened));
  }

  /**
   * @param key of the task in the diagram
   * @param why JSON, as on the timeline
   */
  public record Opened(
      TaskId task,
      CaseId caseId,
      PupilId pupil,
      String key,
      String role,
      Instant due,
      Instant at,
      @Nullable String why) {}

  public void add(Opened opened) {
    OneLook.know(new HasTasks(opened.caseId()), true);
    rows.add(opened);
  }

  /** What waits is written now. */
  public void write() {
    rows.write();
  }

  /** A case that this look opened, and none of whose tasks did yet. */
  boolean noneOf(CaseId id) {
    return CaseFiles.isNew(id) && OneLook.known(new HasTasks(id)).isEmpty();
  }

  private record HasTasks(CaseId id) {}

  private static void insert(JdbcTemplate batches, List<Opened> opened) {
    batches.batchUpdate(
        """
        insert into worklist (task_id, case_id, school_id, pupil_id, class_id, task, role, due_at,
          due_on, opened_at, why, on_hold)
        select cast(? as varchar(64)), cast(? as bigint), p.school_id, p.id, p.class_id,
          cast(? as varchar(80)), cast(? as varchar(30)), cast(? as timestamp with time zone),
          cast(? as date), cast(? as timestamp with time zone), cast(? as varchar(4000)),
          exists (select 1 from case_hold h where h.open_pupil = p.id)
        from pupil p where p.id = ?
        """,
        opened,
        BATCH,
        (statement, task) -> {
          statement.setString(1, task.task().value());
          statement.setLong(2, task.caseId().value());
          statement.setString(3, task.key());
          statement.setString(4, task.role());
          statement.setObject(5, task.due().atOffset(ZoneOffset.UTC));
          statement.setObject(6, DueDate.onOf(task.due()));
          statement.setObject(7, task.at().atOffset(ZoneOffset.UTC));
          statement.setString(8, task.why());
          statement.setLong(9, task.pupil().value());
        });
  }
}

package uk.attendance.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.AccountId;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Filled;
import uk.attendance.form.Form;
import uk.attendance.form.Forms;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/** What people submitted, kept as it was; an answer that was taken back stays, marked. */
@Component
public class Submissions {

  private final JdbcClient jdbc;
  private final Forms forms;
  private final Clock clock;

  Submissions(JdbcClient jdbc, Forms forms, Clock clock) {
    this.jdbc = jdbc;
    this.forms = forms;
    this.clock = clock;
  }

  /** Empty when the task was not answered, or its pupil is out of scope: nobody can tell which. */
  public Optional<Submission> find(TaskId task, Scope scope) {
    return jdbc.sql(
            """
            select s.* from task_submission s join pupil p on p.id = s.pupil_id
            where s.task_id = :task and\s"""
                + scope.pupils("p"))
        .params(scope.parameters())
        .param("task", task.value())
        .query(this::submission)
        .optional()
        .filter(found -> TaskRights.sees(scope, found.school(), found.role()));
  }

  /** Whether anybody answered it, whoever asks. */
  boolean isAnswered(TaskId task) {
    return jdbc.sql("select count(*) from task_submission where task_id = :task")
            .param("task", task.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Of a case, the first one first. */
  public List<Submission> of(CaseId caseId) {
    return CaseFiles.isNew(caseId) ? List.of() : read(caseId);
  }

  private List<Submission> read(CaseId caseId) {
    return jdbc.sql(
            "select s.* from task_submission s where s.case_id = :case order by s.submitted_at, s.task_id")
        .param("case", caseId.value())
        .query(this::submission)
        .list();
  }

  Submission insert(OpenTask task, Form form, Filled filled, Actor by) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String outcome = String.valueOf(filled.answers().get("outcome"));
    jdbc.sql(
            """
            insert into task_submission (task_id, case_id, school_id, pupil_id, task, role, form_hash,
              form, answers, outcome, submitted_by, submitted_name, submitted_title, submitted_at)
            values (:task, :case, :school, :pupil, :key, :role, :hash, :form, :answers, :outcome, :by,
              :name, :title, :at)
            """)
        .param("task", task.id().value())
        .param("case", task.caseId().value())
        .param("school", task.school().value())
        .param("pupil", task.pupil().value())
        .param("key", task.task())
        .param("role", task.role())
        .param("hash", form.hash())
        .param("form", AnswersJson.write(lines(filled)))
        .param("answers", AnswersJson.write(filled.answers()))
        .param("outcome", outcome)
        .param("by", by.id() == null ? null : by.id().value(), Types.BIGINT)
        .param("name", by.name())
        .param("title", by.title())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
    return new Submission(
        task.id(),
        task.caseId(),
        task.school(),
        task.pupil(),
        task.task(),
        Role.of(task.role()),
        filled.lines(),
        filled.answers(),
        outcome,
        by.id(),
        by.name(),
        by.title(),
        at,
        null);
  }

  private static List<Map<String, Object>> lines(Filled filled) {
    return filled.lines().stream()
        .map(
            line ->
                Map.<String, Object>of(
                    "kind", line.kind().name(),
                    "key", line.key(),
                    "words", line.words(),
                    "answer", line.answer()))
        .toList();
  }

  /** False where somebody took it back already. */
  boolean undo(TaskId task, Actor by, Instant at) {
    return jdbc.sql(
                """
                update task_submission set undone_at = :at, undone_name = :name, undone_title = :title
                where task_id = :task and undone_at is null
                """)
            .param("task", task.value())
            .param("name", by.name())
            .param("title", by.title())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private Submission submission(ResultSet row, int n) throws SQLException {
    String task = row.getString("task");
    String answers = row.getString("answers");
    return new Submission(
        new TaskId(row.getString("task_id")),
        new CaseId(row.getLong("case_id")),
        new SchoolId(row.getString("school_id")),
        new PupilId(row.getLong("pupil_id")),
        task,
        Role.of(row.getString("role")),
        AnswersJson.readLines(row.getString("form")),
        AnswersJson.readAnswers(answers, forms.find(task)),
        row.getString("outcome"),
        submittedBy(row),
        row.getString("submitted_name"),
        row.getString("submitted_title"),
        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
        undone(row));
  }

  private static @Nullable AccountId submittedBy(ResultSet row) throws SQLException {
    long id = row.getLong("submitted_by");
    return row.wasNull() ? null : new AccountId(id);
  }

  private static Submission.@Nullable Undone undone(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("undone_at", OffsetDateTime.class);
    return at == null
        ? null
        : new Submission.Undone(
            row.getString("undone_name"), row.getString("undone_title"), at.toInstant());
  }
}

package uk.attendance.worklist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.account.AccountId;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.TaskId;
import uk.attendance.secret.Digest;

/** Files added to tasks, kept in the database so that any node and any backup has them. */
@Component
public class Attachments {

  private static final int PART = 512 * 1024;

  private final JdbcClient jdbc;
  private final AttachmentSettings settings;
  private final Clock clock;

  Attachments(JdbcClient jdbc, AttachmentSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Keeps a file with an open task.
   *
   * @param field key of the form's field that it answers
   * @throws AttachmentRefused when it is empty, too large, of another type, or one too many
   */
  @Transactional
  public Attachment add(OpenTask task, String field, String name, byte[] content, SignedIn by) {
    CheckedFile file = CheckedFile.of(name, content, settings);
    if (of(task.id(), by.id()).size() >= settings.most()) {
      throw new AttachmentRefused("%d files are the most.".formatted(settings.most()));
    }
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into task_attachment (task_id, case_id, school_id, pupil_id, field, file_name,
              media_type, size, sha256, stored_by, stored_name, stored_at)
            values (:task, :case, :school, :pupil, :field, :name, :type, :size, :sha256, :by, :byName,
              :now)
            """)
        .param("task", task.id().value())
        .param("case", task.caseId().value())
        .param("school", task.school().value())
        .param("pupil", task.pupil().value())
        .param("field", field)
        .param("name", file.name())
        .param("type", file.mediaType())
        .param("size", content.length)
        .param("sha256", Digest.of(content))
        .param("by", by.id().value())
        .param("byName", by.name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    for (int part = 0; part * PART < content.length; part++) {
      jdbc.sql(
              """
              insert into task_attachment_part (attachment_id, part, content)
              values (:id, :part, :content)
              """)
          .param("id", id)
          .param("part", part)
          .param(
              "content",
              Arrays.copyOfRange(content, part * PART, Math.min((part + 1) * PART, content.length)))
          .update();
    }
    return find(id).orElseThrow();
  }

  /** What one person added to a task, in the order of adding. */
  public List<Attachment> of(TaskId task, AccountId person) {
    return jdbc.sql(
            "select a.* from task_attachment a where a.task_id = :task and a.stored_by = :person order by a.id")
        .param("task", task.value())
        .param("person", person.value())
        .query(Attachments::attachment)
        .list();
  }

  /**
   * A file of a task whose pupil is in scope. Until it is part of a submission it is its owner's
   * alone: the caller asks {@link Submission#names(Attachment)}.
   */
  public Optional<Attachment> find(TaskId task, long id, Scope scope) {
    return jdbc.sql(
            """
            select a.* from task_attachment a join pupil p on p.id = a.pupil_id
            where a.id = :id and a.task_id = :task and\s"""
                + scope.pupils("p"))
        .params(scope.parameters())
        .param("id", id)
        .param("task", task.value())
        .query(Attachments::attachment)
        .optional();
  }

  private Optional<Attachment> find(long id) {
    return jdbc.sql("select a.* from task_attachment a where a.id = :id")
        .param("id", id)
        .query(Attachments::attachment)
        .optional();
  }

  /** Takes a file back that is not part of a submission yet. */
  @Transactional
  public void remove(Attachment attachment) {
    jdbc.sql("delete from task_attachment where id = :id").param("id", attachment.id()).update();
  }

  /** Writes a file out, one part in memory at a time. */
  public void copy(Attachment attachment, OutputStream out) throws IOException {
    for (int part = 0; part * PART < attachment.size(); part++) {
      out.write(
          jdbc.sql(
                  "select content from task_attachment_part where attachment_id = :id and part = :part")
              .param("id", attachment.id())
              .param("part", part)
              .query((row, n) -> row.getBytes("content"))
              .single());
    }
  }

  byte[] content(Attachment attachment) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(attachment.size());
    copy(attachment, out);
    return out.toByteArray();
  }

  private static Attachment attachment(ResultSet row, int n) throws SQLException {
    return new Attachment(
        row.getLong("id"),
        new TaskId(row.getString("task_id")),
        row.getString("field"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getInt("size"),
        row.getString("sha256"),
        new AccountId(row.getLong("stored_by")),
        row.getString("stored_name"),
        row.getObject("stored_at", OffsetDateTime.class).toInstant());
  }
}

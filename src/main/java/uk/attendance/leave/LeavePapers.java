package uk.attendance.leave;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Digest;
import uk.attendance.worklist.AttachmentRefused;
import uk.attendance.worklist.AttachmentSettings;
import uk.attendance.worklist.CheckedFile;

/**
 * Papers that parents and the office add to a request or an appeal: PDF as it came, pictures drawn
 * anew. They belong to the form they were added to until it is sent, and then to what it became;
 * those of a form that nobody sent are forgotten.
 */
@Component
public class LeavePapers {

  /** Of one form. */
  private static final int MOST = 5;

  private static final int PART = 512 * 1024;
  private static final Duration NEVER_SENT = Duration.ofDays(7);
  private static final String PDF = "application/pdf";
  private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");

  private final JdbcClient jdbc;
  private final AttachmentSettings settings;
  private final Clock clock;

  LeavePapers(JdbcClient jdbc, AttachmentSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Keeps a file for a form that was not sent yet.
   *
   * @param form which form; whoever knows it may add to it
   * @throws AttachmentRefused when it is empty, too large, of another type, or one too many
   */
  @Transactional
  public LeavePaper keep(SchoolId school, String form, String name, byte[] given) {
    if (ofForm(school, form).size() >= MOST) {
      throw new AttachmentRefused("%d files are the most.".formatted(MOST));
    }
    CheckedFile file = checked(name, given);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql("delete from leave_paper where conversation is null and stored_at < :old")
        .param("old", now.minus(NEVER_SENT))
        .update();
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into leave_paper (school_id, form, file_name, media_type, size, sha256, stored_at)
            values (:school, :form, :name, :type, :size, :sha256, :now)
            """)
        .param("school", school.value())
        .param("form", form)
        .param("name", file.name())
        .param("type", file.mediaType())
        .param("size", file.content().length)
        .param("sha256", Digest.of(file.content()))
        .param("now", now)
        .update(key, "id");
    long id = Objects.requireNonNull(key.getKey()).longValue();
    write(id, file.content());
    return one("id = :id", id, "").orElseThrow();
  }

  private CheckedFile checked(String name, byte[] given) {
    CheckedFile file = CheckedFile.of(name, given, settings);
    if (file.mediaType().equals(PDF)) {
      return file;
    }
    if (!PICTURES.contains(file.mediaType())) {
      throw new AttachmentRefused(
          "The file is neither a PDF nor a picture (JPEG or PNG), whatever its name says.");
    }
    byte[] drawn = CleanPicture.jpeg(given);
    return CheckedFile.of(name, drawn, settings);
  }

  private void write(long id, byte[] content) {
    for (int part = 0; part * PART < content.length; part++) {
      jdbc.sql(
              "insert into leave_paper_part (paper_id, part, content) values (:id, :part, :content)")
          .param("id", id)
          .param("part", part)
          .param(
              "content",
              Arrays.copyOfRange(content, part * PART, Math.min((part + 1) * PART, content.length)))
          .update();
    }
  }

  /** What was added to a form that was not sent yet. */
  public List<LeavePaper> ofForm(SchoolId school, String form) {
    return jdbc.sql(
            """
            select * from leave_paper
            where school_id = :school and form = :form and conversation is null order by id
            """)
        .param("school", school.value())
        .param("form", form)
        .query(LeavePapers::paper)
        .list();
  }

  /** Takes a paper out of a form that was not sent yet. */
  public void remove(SchoolId school, String form, long id) {
    jdbc.sql(
            """
            delete from leave_paper
            where id = :id and school_id = :school and form = :form and conversation is null
            """)
        .param("id", id)
        .param("school", school.value())
        .param("form", form)
        .update();
  }

  /** The form was sent: its papers are those of the conversation from now on. */
  public void send(SchoolId school, String form, String conversation) {
    jdbc.sql(
            """
            update leave_paper set conversation = :conversation
            where school_id = :school and form = :form and conversation is null
            """)
        .param("conversation", conversation)
        .param("school", school.value())
        .param("form", form)
        .update();
  }

  /** The papers of a request or an appeal, which the caller has found within a scope. */
  public List<LeavePaper> of(String conversation) {
    return jdbc.sql("select * from leave_paper where conversation = :conversation order by id")
        .param("conversation", conversation)
        .query(LeavePapers::paper)
        .list();
  }

  /** One of the papers of a request or an appeal, which the caller has found within a scope. */
  public Optional<LeavePaper> find(String conversation, long id) {
    return one("id = :id and conversation = :conversation", id, conversation);
  }

  private Optional<LeavePaper> one(String condition, long id, String conversation) {
    return jdbc.sql("select * from leave_paper where " + condition)
        .param("id", id)
        .param("conversation", conversation)
        .query(LeavePapers::paper)
        .optional();
  }

  /** Writes a paper out, one part in memory at a time. */
  public void copy(LeavePaper paper, OutputStream out) throws IOException {
    for (int part = 0; part * PART < paper.size(); part++) {
      out.write(
          jdbc.sql("select content from leave_paper_part where paper_id = :id and part = :part")
              .param("id", paper.id())
              .param("part", part)
              .query((row, n) -> row.getBytes("content"))
              .single());
    }
  }

  private static LeavePaper paper(ResultSet row, int n) throws SQLException {
    return new LeavePaper(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("media_type"),
        row.getInt("size"),
        row.getObject("stored_at", OffsetDateTime.class).toInstant());
  }
}

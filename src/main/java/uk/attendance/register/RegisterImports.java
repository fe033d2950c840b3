package uk.attendance.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import uk.attendance.school.SchoolId;

/** All register files that were ever brought to the program. */
@Repository
public class RegisterImports {

  /** What a header line is kept as; never within a column name. */
  private static final String BETWEEN_COLUMNS = "\n";

  private final JdbcClient jdbc;

  RegisterImports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The file if it is one of the school's. */
  public Optional<RegisterImport> find(SchoolId school, ImportId id) {
    return jdbc.sql("select * from register_import where id = :id and school_id = :school")
        .param("id", id.value())
        .param("school", school.value())
        .query(RegisterImports::read)
        .optional();
  }

  /** Newest first. */
  public List<RegisterImport> recent(SchoolId school, int atMost) {
    return jdbc.sql(
            """
            select * from register_import where school_id = :school
            order by id desc limit :atMost
            """)
        .param("school", school.value())
        .param("atMost", atMost)
        .query(RegisterImports::read)
        .list();
  }

  /** The first file of the school with these bytes that went into the register, if any. */
  public Optional<RegisterImport> firstApplied(SchoolId school, String sha256) {
    return jdbc.sql(
            """
            select * from register_import
            where school_id = :school and sha256 = :sha256 and state = 'APPLIED'
            order by id limit 1
            """)
        .param("school", school.value())
        .param("sha256", sha256)
        .query(RegisterImports::read)
        .optional();
  }

  RegisterImport get(ImportId id) {
    return jdbc.sql("select * from register_import where id = :id")
        .param("id", id.value())
        .query(RegisterImports::read)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("There is no register file " + id));
  }

  ImportId add(
      SchoolId school,
      String fileName,
      FileDigest file,
      Instant exportedAt,
      Instant receivedAt,
      Author by,
      boolean unattended,
      boolean evenSo) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into register_import
              (school_id, file_name, sha256, size_bytes, exported_at, received_at, received_by,
               received_title, unattended, brakes_answered, state)
            values (:school, :name, :sha256, :size, :exported, :received, :by, :title, :unattended,
              :evenSo, 'RECEIVED')
            """)
        .param("school", school.value())
        .param("name", fileName)
        .param("sha256", file.sha256())
        .param("size", file.size())
        .param("exported", utc(exportedAt))
        .param("received", utc(receivedAt))
        .param("by", by.name())
        .param("title", by.title())
        .param("unattended", unattended)
        .param("evenSo", evenSo)
        .update(key, "id");
    Number id = key.getKey();
    if (id == null) {
      throw new IllegalStateException("Could not add a register file: the row got no number");
    }
    return new ImportId(id.longValue());
  }

  /**
   * One legal move, made once: false when the file stands elsewhere by now, because another node or
   * person was quicker.
   */
  boolean move(ImportId id, ImportState to, @Nullable String sentence) {
    List<String> from =
        Arrays.stream(ImportState.values())
            .filter(state -> state.mayBecome(to))
            .map(Enum::name)
            .toList();
    return jdbc.sql(
                """
                update register_import set state = :to, sentence = :sentence
                where id = :id and state in (:from)
                """)
            .param("to", to.name())
            .param("sentence", sentence)
            .param("id", id.value())
            .param("from", from)
            .update()
        == 1;
  }

  void confirm(ImportId id, Author by, boolean evenSo) {
    jdbc.sql(
            """
            update register_import set confirmed_by = :by, confirmed_title = :title, attempts = 0,
              brakes_answered = brakes_answered or :evenSo
            where id = :id
            """)
        .param("by", by.name())
        .param("title", by.title())
        .param("evenSo", evenSo)
        .param("id", id.value())
        .update();
  }

  void keepColumns(ImportId id, List<String> columns) {
    String header = String.join(BETWEEN_COLUMNS, columns);
    jdbc.sql("update register_import set columns_found = :columns where id = :id")
        .param("columns", header.substring(0, Math.min(header.length(), 4000)))
        .param("id", id.value())
        .update();
  }

  void staged(ImportId id, StagedFile file) {
    jdbc.sql(
            """
            update register_import set layout = :layout, first_day = :first, last_day = :last,
              oldest_mark_at = :oldest, columns_found = null
            where id = :id
            """)
        .param("layout", file.layout())
        .param("first", file.firstDay())
        .param("last", file.lastDay())
        .param("oldest", file.oldestMarkAt() == null ? null : utc(file.oldestMarkAt()))
        .param("id", id.value())
        .update();
  }

  void count(ImportId id, ImportCounts counts, BrakeFigures brakes) {
    jdbc.sql(
            """
            update register_import set
              rows_read = :rows, marks_read = :read, marks_rejected = :rejected,
              marks_repeated = :repeated, marks_new = :created, marks_changed = :changed,
              marks_blanked = :blanked, marks_detailed = :detailed, marks_unchanged = :unchanged,
              marks_older = :older, marks_kept = :kept, marks_planned = :planned,
              marks_in_conflict = :conflicts, marks_held = :held, families = :families,
              families_to_contact = :familiesToContact
            where id = :id
            """)
        .params(counts.parameters())
        .param("held", brakes.held())
        .param("families", brakes.families())
        .param("familiesToContact", brakes.familiesToContact())
        .param("id", id.value())
        .update();
  }

  void applied(ImportId id, Instant now) {
    move(id, ImportState.APPLIED, null);
    jdbc.sql("update register_import set applied_at = :now where id = :id")
        .param("now", utc(now))
        .param("id", id.value())
        .update();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static RegisterImport read(ResultSet row, int n) throws SQLException {
    return new RegisterImport(
        new ImportId(row.getLong("id")),
        new SchoolId(row.getString("school_id")),
        row.getString("file_name"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        row.getObject("exported_at", OffsetDateTime.class).toInstant(),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        new Author(row.getString("received_by"), row.getString("received_title")),
        row.getBoolean("unattended"),
        ImportState.valueOf(row.getString("state")),
        row.getString("sentence"),
        columns(row.getString("columns_found")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getBoolean("brakes_answered"),
        author(row.getString("confirmed_by"), row.getString("confirmed_title")),
        instant(row, "applied_at"),
        instant(row, "oldest_mark_at"),
        row.getInt("attempts"),
        counts(row),
        new BrakeFigures(
            row.getInt("marks_held"), row.getInt("families"), row.getInt("families_to_contact")));
  }

  private static ImportCounts counts(ResultSet row) throws SQLException {
    return new ImportCounts(
        row.getInt("rows_read"),
        row.getInt("marks_read"),
        row.getInt("marks_rejected"),
        row.getInt("marks_repeated"),
        row.getInt("marks_new"),
        row.getInt("marks_changed"),
        row.getInt("marks_blanked"),
        row.getInt("marks_detailed"),
        row.getInt("marks_unchanged"),
        row.getInt("marks_older"),
        row.getInt("marks_kept"),
        row.getInt("marks_planned"),
        row.getInt("marks_in_conflict"));
  }

  private static List<String> columns(@Nullable String header) {
    return header == null
        ? List.of()
        : Arrays.stream(header.split(BETWEEN_COLUMNS)).collect(Collectors.toList());
  }

  private static @Nullable Author author(@Nullable String name, @Nullable String title) {
    return name == null || title == null ? null : new Author(name, title);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}

package uk.attendance.pupil;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;
import uk.attendance.school.SchoolId;

/** Keeps the record of files of people, and a file itself for as long as it waits for a yes. */
@Component
class PeopleImportTable {

  private static final int ZIPPED_AT_MOST = 1_000_000;

  private final NamedParameterJdbcTemplate jdbc;
  private final Clock clock;

  PeopleImportTable(NamedParameterJdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Two files for one school come one after the other: a MERGE alone would race. */
  void lock(SchoolId school) {
    List<String> found =
        jdbc.queryForList(
            "select id from school where id = :id for update",
            Map.of("id", school.value()),
            String.class);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "import people of school %s: no such school".formatted(school));
    }
  }

  long add(
      SchoolId school,
      PeopleImport.Kind kind,
      String fileName,
      String by,
      Reading<?> reading,
      byte @Nullable [] waiting) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.update(
        """
        insert into people_import (school_id, kind, state, file_name, brought_by, brought_at, content,
          header, rows_read, rows_added, rows_changed, rows_unchanged, rows_rejected, not_in_file,
          remarks)
        values (:school, :kind, :state, :fileName, :by, :at, :content, :header, :rows, :added,
          :changed, :unchanged, :rejected, :notInFile, :remarks)
        """,
        counts(reading)
            .addValue("school", school.value())
            .addValue("kind", kind.name())
            .addValue("state", waiting == null ? "DONE" : "WAITING")
            .addValue("fileName", cut(fileName, 200))
            .addValue("by", cut(by, 250))
            .addValue("at", Timestamp.from(clock.instant()))
            .addValue("content", waiting)
            .addValue("header", cut(reading.header, 4000)),
        key,
        new String[] {"id"});
    long id = java.util.Objects.requireNonNull(key.getKey()).longValue();
    addDetails(id, reading);
    return id;
  }

  /**
   * @throws ImportNotWaiting when another person was quicker
   */
  void finish(long id, Reading<?> reading) {
    leaveWaiting(
        id,
        "state = 'DONE', rows_read = :rows, rows_added = :added, rows_changed = :changed,"
            + " rows_unchanged = :unchanged, rows_rejected = :rejected, not_in_file = :notInFile,"
            + " remarks = :remarks",
        counts(reading));
    jdbc.update("delete from people_reject where import_id = :id", Map.of("id", id));
    jdbc.update("delete from people_not_in_file where import_id = :id", Map.of("id", id));
    addDetails(id, reading);
  }

  void drop(long id) {
    leaveWaiting(id, "state = 'DROPPED'", new MapSqlParameterSource());
  }

  private void leaveWaiting(long id, String change, MapSqlParameterSource parameters) {
    int found =
        jdbc.update(
            "update people_import set content = null, "
                + change
                + " where id = :id and state = 'WAITING'",
            parameters.addValue("id", id));
    if (found == 0) {
      throw new ImportNotWaiting(id);
    }
  }

  private void addDetails(long id, Reading<?> reading) {
    jdbc.batchUpdate(
        "insert into people_reject (import_id, line, reason, row_text)"
            + " values (:id, :line, :reason, :text)",
        reading.rejects.stream()
            .map(
                reject ->
                    new MapSqlParameterSource("id", id)
                        .addValue("line", reject.line())
                        .addValue("reason", cut(reject.reason(), 2000))
                        .addValue("text", cut(reject.text(), 20000)))
            .toArray(SqlParameterSource[]::new));
    jdbc.batchUpdate(
        "insert into people_not_in_file (import_id, pupil_id) values (:id, :pupil)",
        reading.notInFile.stream()
            .map(pupil -> new MapSqlParameterSource("id", id).addValue("pupil", pupil.value()))
            .toArray(SqlParameterSource[]::new));
  }

  private static MapSqlParameterSource counts(Reading<?> reading) {
    return new MapSqlParameterSource("rows", reading.rows)
        .addValue("added", reading.added.size())
        .addValue("changed", reading.changed.size())
        .addValue("unchanged", reading.unchanged)
        .addValue("rejected", reading.rejects.size())
        .addValue("notInFile", reading.notInFile.size())
        .addValue("remarks", String.join(" ", reading.remarks));
  }

  static byte[] zipped(SchoolFile.Source source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = source.open();
        GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      in.transferTo(zip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (bytes.size() > ZIPPED_AT_MOST) {
      throw new UnreadableFile(
          "The file is too long for pupils or contacts of one school. Bring it in in two parts.");
    }
    return bytes.toByteArray();
  }

  SchoolFile.Source waiting(long id) {
    List<byte[]> content =
        jdbc.query(
            "select content from people_import where id = :id and state = 'WAITING'",
            Map.of("id", id),
            (row, number) -> row.getBytes("content"));
    if (content.isEmpty()) {
      throw new ImportNotWaiting(id);
    }
    return () -> new GZIPInputStream(new ByteArrayInputStream(content.get(0)));
  }

  private static String cut(String text, int atMost) {
    return text.length() > atMost ? text.substring(0, atMost) : text;
  }
}

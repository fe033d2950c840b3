package uk.attendance.register;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of register files that were not taken. Whoever may see the file may see its rows. */
@Repository
public class RejectedRows {

  private static final int REASON = 1000;
  private static final int TEXT = 4000;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  RejectedRows(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * @param line of the file, the header being line 1
   * @param cell the column of a week's row such as {@code WedPM}; empty: the whole row
   * @param reason a sentence
   * @param text the row as it stood in the file
   */
  public record Reject(int line, String cell, String reason, String text) {}

  public List<Reject> of(ImportId id, int atMost) {
    return jdbc.sql(
            """
            select line, cell, reason, row_text from rejected_row where import_id = :id
            order by line, cell limit :atMost
            """)
        .param("id", id.value())
        .param("atMost", atMost)
        .query(
            (row, n) ->
                new Reject(
                    row.getInt("line"),
                    row.getString("cell"),
                    row.getString("reason"),
                    row.getString("row_text")))
        .list();
  }

  /** Lines with at least one reject. */
  public int lines(ImportId id) {
    return jdbc.sql("select count(distinct line) from rejected_row where import_id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  void add(ImportId id, List<Reject> rejects) {
    batches.batchUpdate(
        "insert into rejected_row (import_id, line, cell, reason, row_text) values (?, ?, ?, ?, ?)",
        rejects,
        rejects.size(),
        (statement, reject) -> {
          statement.setLong(1, id.value());
          statement.setInt(2, reject.line());
          statement.setString(3, reject.cell());
          statement.setString(4, cut(reject.reason(), REASON));
          statement.setString(5, cut(reject.text(), TEXT));
        });
  }

  void removeAll(ImportId id) {
    jdbc.sql("delete from rejected_row where import_id = :id").param("id", id.value()).update();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}

package uk.attendance.reply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for a word in every column of every table that holds words or bytes. */
record StoredWords(JdbcClient jdbc) {

  /** {@code table.column} wherever it stands. */
  Set<String> holding(String word) {
    record Column(String table, String name, String type) {}
    List<Column> columns =
        jdbc.sql(
                """
                select table_name, column_name, data_type from information_schema.columns
                where lower(table_schema) = 'public'
                """)
            .query(
                (row, n) ->
                    new Column(
                        row.getString("table_name"),
                        row.getString("column_name"),
                        row.getString("data_type").toUpperCase(Locale.ROOT)))
            .list();
    Set<String> found = new TreeSet<>();
    for (Column column : columns) {
      boolean words = column.type().contains("CHAR") || column.type().contains("TEXT");
      if (words
          && jdbc.sql(
                      "select count(*) from \"%s\" where \"%s\" like :word"
                          .formatted(column.table(), column.name()))
                  .param("word", "%" + word + "%")
                  .query(Integer.class)
                  .single()
              > 0) {
        found.add(column.table() + "." + column.name());
      }
    }
    if (columns.stream().noneMatch(column -> column.name().equalsIgnoreCase("token_hash"))) {
      throw new AssertionError("no table of links was looked at");
    }
    return found;
  }
}

package uk.attendance.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.attendance.school.Session;

/**
 * What one school's system calls our columns and codes; saved once, used for every file. Nothing is
 * guessed: what is not here has to bear our own name.
 *
 * @param columns our column name to theirs
 * @param codes their code, in capitals, to ours
 */
public record Spelling(Map<String, String> columns, Map<String, String> codes) {

  public static final Spelling OURS = new Spelling(Map.of(), Map.of());

  /** Columns of the long layout, then those that only the layout by week has. */
  public static final List<String> COLUMNS =
      List.of(
          "admission_no",
          "upn",
          "date",
          "session",
          "code",
          "minutes_late",
          "comment",
          "marked_at",
          "school",
          "week_commencing");

  public Spelling {
    columns = Map.copyOf(columns);
    codes = Map.copyOf(codes);
  }

  /** Our code for what the file says; {@link Marks#NONE} for a session not marked. */
  String code(String written, Session session) {
    String code = written.toUpperCase(Locale.ROOT);
    return Marks.normal(codes.getOrDefault(code, code), session);
  }

  String column(String ours) {
    return columns.getOrDefault(ours, ours);
  }
}

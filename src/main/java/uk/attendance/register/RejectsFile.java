package uk.attendance.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;
import uk.attendance.register.RejectedRows.Reject;

/**
 * The rejected rows of a file as a file of the same layout, each with its reason in a further
 * column: corrected, it can be brought in as it is.
 */
@Component
public class RejectsFile {

  private static final String REASON = "reason";

  private final StoredFiles files;
  private final RejectedRows rejects;

  RejectsFile(StoredFiles files, RejectedRows rejects) {
    this.files = files;
    this.rejects = rejects;
  }

  /** The header and one line of CSV for each line of the file with a reject. */
  public List<String> lines(RegisterImport file) {
    Map<Integer, String> reasons = new HashMap<>();
    for (Reject reject : rejects.of(file.id(), Integer.MAX_VALUE)) {
      String reason =
          reject.cell().isEmpty() ? reject.reason() : reject.cell() + ": " + reject.reason();
      reasons.merge(reject.line(), reason, (one, other) -> one + " " + other);
    }
    List<String> lines = new ArrayList<>();
    if (reasons.isEmpty()) {
      return lines;
    }
    try (StoredFile rows = files.open(file)) {
      List<String> columns = rows.rows().columns();
      // a file of rejects that was corrected in part brings its column along
      int width =
          columns.get(columns.size() - 1).equals(REASON) ? columns.size() - 1 : columns.size();
      lines.add(csv(columns, width, REASON));
      for (SchoolFile.Row row : rows) {
        String reason = reasons.get((int) row.line());
        if (reason != null) {
          lines.add(csv(row.fields(), width, reason));
        }
      }
    } catch (UnreadableFile e) {
      throw new IllegalStateException(
          "Could not list the rejects of register file %s: its columns are known by other names now"
              .formatted(file.id()),
          e);
    }
    return lines;
  }

  private static String csv(List<String> fields, int width, String last) {
    List<String> cells = new ArrayList<>(fields.subList(0, Math.min(width, fields.size())));
    while (cells.size() < width) {
      cells.add("");
    }
    cells.add(last);
    return cells.stream().map(RejectsFile::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}

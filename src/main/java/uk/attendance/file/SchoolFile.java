package uk.attendance.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as schools export it, streamed row by row: with or without byte-order mark, UTF-8 or
 * Windows-1252, separated by comma, semicolon or tab, columns in any order and more of them than we
 * need. Column names are compared without regard to case, spaces and underscores.
 */
public final class SchoolFile implements Iterable<SchoolFile.Row>, AutoCloseable {

  /** Gives the file's bytes from the start, as often as asked: once to look, once to read. */
  public interface Source {
    InputStream open() throws IOException;
  }

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final List<String> columns;
  private final Map<String, Integer> positions = new HashMap<>();

  private SchoolFile(CsvReader<CsvRecord> reader) {
    this.reader = reader;
    this.records = reader.iterator();
    CsvRecord header = nextRecord();
    if (header == null) {
      throw new UnreadableFile("The file is empty: a line with the column names is needed.");
    }
    this.columns = List.copyOf(header.getFields());
    for (int i = 0; i < columns.size(); i++) {
      positions.putIfAbsent(normal(columns.get(i)), i);
    }
  }

  /**
   * @throws UnreadableFile when there is nothing to read: empty, binary, UTF-16
   */
  public static SchoolFile open(Source source) {
    try {
      Charset charset;
      try (InputStream in = source.open()) {
        charset = Encoding.of(in);
      }
      BufferedReader text = new BufferedReader(new InputStreamReader(source.open(), charset));
      skipByteOrderMark(text);
      return new SchoolFile(
          CsvReader.builder()
              .fieldSeparator(separator(text))
              .skipEmptyLines(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .ofCsvRecord(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void skipByteOrderMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
  }

  /** The separator that the header line uses most; a comma where it uses none. */
  private static char separator(BufferedReader text) throws IOException {
    text.mark(8000);
    char[] start = new char[4000];
    int n = text.read(start);
    text.reset();
    String header = n <= 0 ? "" : new String(start, 0, n).lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  /** The column names as they stand in the file. */
  public List<String> columns() {
    return columns;
  }

  /** The column names as a line of CSV, to stand above rejected rows. */
  public String header() {
    return csvLine(columns);
  }

  private static String csvLine(List<String> fields) {
    return fields.stream()
        .map(
            field ->
                field.matches("(?s).*[,\"\r\n].*")
                    ? '"' + field.replace("\"", "\"\"") + '"'
                    : field)
        .collect(Collectors.joining(","));
  }

  public boolean has(String column) {
    return positions.containsKey(normal(column));
  }

  /** Where a column stands, for reading many rows quickly; -1 where the file has none. */
  public int position(String column) {
    return positions.getOrDefault(normal(column), -1);
  }

  /**
   * @throws UnreadableFile naming every column that is missing
   */
  public SchoolFile require(String... wanted) {
    List<String> missing = new ArrayList<>();
    for (String column : wanted) {
      if (!has(column)) {
        missing.add(column);
      }
    }
    if (!missing.isEmpty()) {
      throw new UnreadableFile(
          "The file has no column %s. Its columns are: %s."
              .formatted(String.join(", ", missing), String.join(", ", columns)));
    }
    return this;
  }

  @Override
  public Iterator<Row> iterator() {
    return new Iterator<>() {
      private @Nullable CsvRecord next = nextRecord();

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public Row next() {
        CsvRecord current = next;
        if (current == null) {
          throw new NoSuchElementException("no row after the last");
        }
        next = nextRecord();
        return new Row(current);
      }
    };
  }

  private @Nullable CsvRecord nextRecord() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw new UnreadableFile(
          "The file cannot be read as CSV: " + (e.getMessage() == null ? "" : e.getMessage()));
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String normal(String column) {
    return column.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
  }

  /** One row; values are stripped of surrounding blanks, a missing column or value is empty. */
  public final class Row {

    private final CsvRecord csv;

    private Row(CsvRecord csv) {
      this.csv = csv;
    }

    /** The line of the file at which the row starts; the header is line 1. */
    public long line() {
      return csv.getStartingLineNumber();
    }

    public String get(String column) {
      return at(position(column));
    }

    /** The value at a {@link SchoolFile#position}; empty where the file has no such column. */
    public String at(int position) {
      return position < 0 || position >= csv.getFieldCount() ? "" : csv.getField(position).strip();
    }

    /** The row as a line of CSV, for the list of rejects, which can be mended and brought in. */
    public String text() {
      return csvLine(csv.getFields());
    }

    public List<String> fields() {
      return csv.getFields();
    }

    public RejectedRow rejected(String reason) {
      return new RejectedRow(line(), reason, text());
    }
  }
}

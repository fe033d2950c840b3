package uk.attendance.file;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A comma-separated text; a value is quoted where it has to be. */
public final class Csv {

  private final StringBuilder text = new StringBuilder();

  public Csv(String... columns) {
    row((Object[]) columns);
  }

  public void row(Object... values) {
    for (int i = 0; i < values.length; i++) {
      String value = values[i].toString();
      text.append(i == 0 ? "" : ",");
      if (value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0) {
        text.append('"').append(value.replace("\"", "\"\"")).append('"');
      } else {
        text.append(value);
      }
    }
    text.append('\n');
  }

  public String text() {
    return text.toString();
  }

  /** The text as a school's file. */
  public SchoolFile.Source source() {
    byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }
}

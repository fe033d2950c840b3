package uk.attendance.demo;

/** A comma-separated text; a value is quoted where it has to be. */
final class Csv {

  private final StringBuilder text = new StringBuilder();

  Csv(String... columns) {
    row((Object[]) columns);
  }

  void row(Object... values) {
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

  String text() {
    return text.toString();
  }
}

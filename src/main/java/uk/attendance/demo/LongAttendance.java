package uk.attendance.demo;

import uk.attendance.file.Csv;
import uk.attendance.school.Session;

/** A row per mark. */
final class LongAttendance implements AttendanceFile {

  private final Csv csv =
      new Csv("admission_no", "date", "session", "code", "minutes_late", "comment", "marked_at");

  @Override
  public void add(FileMark mark) {
    boolean late = mark.code().equals("L") || mark.code().equals("U");
    csv.row(
        mark.admissionNo(),
        mark.date(),
        mark.session(),
        mark.code(),
        late ? mark.minutesLate() : "",
        "",
        mark.enteredOn() + "T" + time(mark));
  }

  private static String time(FileMark mark) {
    boolean later = mark.enteredOn().isAfter(mark.date());
    return later ? "09:10:00" : mark.session() == Session.AM ? "09:05:00" : "13:10:00";
  }

  @Override
  public String text() {
    return csv.text();
  }
}

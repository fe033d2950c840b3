package uk.attendance.demo;

import java.time.LocalDate;

/** A row per mark. */
final class LongAttendance implements AttendanceFile {

  private final Csv csv =
      new Csv("admission_no", "date", "session", "code", "minutes_late", "comment", "marked_at");
  private final String markedAt;

  LongAttendance(LocalDate morning) {
    this.markedAt = morning + "T09:30:00";
  }

  @Override
  public void add(String admissionNo, LocalDate date, int session, Entry entry, int schoolDays) {
    String code = entry.after(schoolDays);
    boolean late = code.equals("L") || code.equals("U");
    csv.row(
        admissionNo,
        date,
        session == PupilYear.AM ? "AM" : "PM",
        code,
        late ? entry.minutesLate() : "",
        "",
        markedAt);
  }

  @Override
  public String text() {
    return csv.text();
  }
}

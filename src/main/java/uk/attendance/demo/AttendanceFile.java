package uk.attendance.demo;

import java.time.LocalDate;

/** A register file in one of the layouts. */
interface AttendanceFile {

  /**
   * @param schoolDays between the session's day and the morning of the file
   */
  void add(String admissionNo, LocalDate date, int session, Entry entry, int schoolDays);

  String text();
}

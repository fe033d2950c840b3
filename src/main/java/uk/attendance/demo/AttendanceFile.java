package uk.attendance.demo;

/** A register file in one of the layouts. */
interface AttendanceFile {

  void add(FileMark mark);

  String text();
}

package uk.attendance.casefile;

/** What became of a deadline. */
public enum DeadlineState {
  OPEN,
  KEPT,
  LATE,
  /** What was due was taken away before. */
  EXCUSED
}

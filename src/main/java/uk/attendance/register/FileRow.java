package uk.attendance.register;

import java.util.List;

/**
 * One line of a register file as it stands there, nothing checked yet.
 *
 * @param day the date, or the Monday of the week
 */
record FileRow(
    int line, String school, String admissionNo, String upn, String day, List<Cell> cells) {

  /**
   * One mark of the line.
   *
   * @param name the column of a week's row such as {@code WedPM}; empty in the long layout
   * @param daysLater days after the row's day
   */
  record Cell(
      String name,
      int daysLater,
      String session,
      String code,
      String minutesLate,
      String comment,
      String markedAt) {}
}

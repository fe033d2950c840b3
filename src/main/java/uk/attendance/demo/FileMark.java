package uk.attendance.demo;

import java.time.LocalDate;
import uk.attendance.school.Session;

/**
 * A mark as a file shows it.
 *
 * @param enteredOn the day itself or, for a reason learnt later, the morning after it was learnt
 */
record FileMark(
    String admissionNo,
    LocalDate date,
    Session session,
    String code,
    int minutesLate,
    LocalDate enteredOn) {}

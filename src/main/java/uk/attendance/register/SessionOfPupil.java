package uk.attendance.register;

import java.time.LocalDate;
import uk.attendance.school.Session;

/** Where one mark can stand. */
record SessionOfPupil(long pupil, LocalDate day, Session session) {}

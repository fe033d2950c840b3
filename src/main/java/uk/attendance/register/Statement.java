package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import uk.attendance.school.Session;

/** A file says something about a session of a pupil; what it says is seen in the register. */
record Statement(int line, long pupil, LocalDate day, Session session, String code, Instant at) {}

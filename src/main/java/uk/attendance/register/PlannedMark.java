package uk.attendance.register;

import java.time.LocalDate;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Session;

/** An absence known beforehand; taken when a file reports the absence without a reason. */
public record PlannedMark(
    PupilId pupil, LocalDate day, Session session, String code, String reason, Author by) {}

package uk.attendance.school;

import java.time.Instant;
import java.time.LocalDate;

/** A change that was made to a calendar: what, by whom, when. */
public record CalendarChange(
    LocalDate first, LocalDate last, String what, String changedBy, Instant changedAt) {}

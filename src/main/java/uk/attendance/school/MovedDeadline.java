package uk.attendance.school;

import java.time.LocalDate;

/**
 * Open deadlines of one kind that move together.
 *
 * @param what the kind, as it stands on tasks: "Second letter"; never a pupil's name
 * @param count how many
 */
public record MovedDeadline(String what, int count, LocalDate before, LocalDate after) {}

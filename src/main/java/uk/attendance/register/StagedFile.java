package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What reading a register file once to its end told about it. */
record StagedFile(
    String layout,
    int rows,
    int marks,
    int rejected,
    int repeated,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable Instant oldestMarkAt) {}

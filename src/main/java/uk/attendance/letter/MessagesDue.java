package uk.attendance.letter;

/** A message of the outbox may be due. */
record MessagesDue() {}

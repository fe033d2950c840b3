package uk.attendance.notify;

import uk.attendance.school.SchoolId;

/** A school's key was encrypted with another key of the installation than today's. */
final class KeyNotReadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  KeyNotReadable(SchoolId school, Throwable cause) {
    super(
        "Reading the key of school %s: it was kept with another attendance.secrets.key; enter it anew."
            .formatted(school),
        cause);
  }
}

package uk.attendance.demo;

import java.time.LocalDate;

/** A made-up school's files did not come in; the next start or move tries again. */
class CouldNotBringIn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CouldNotBringIn(MadeUpSchool school, LocalDate morning, RuntimeException cause) {
    super(
        "Bringing the made-up school %s up to %s failed; it is tried again at the next start or move."
            .formatted(school.id(), morning),
        cause);
  }
}

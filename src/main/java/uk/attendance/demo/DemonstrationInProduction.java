package uk.attendance.demo;

/** The profiles {@code demo} and {@code production} were asked for together. */
class DemonstrationInProduction extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemonstrationInProduction() {
    super(
        "Starting was refused: the profiles 'demo' and 'production' are both on."
            + " Made-up people never share a database with real ones.");
  }
}

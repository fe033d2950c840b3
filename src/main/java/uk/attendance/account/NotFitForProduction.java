package uk.attendance.account;

/** The program was started for real schools with something that belongs to the demonstration. */
class NotFitForProduction extends RuntimeException {

  private final String needed;

  /**
   * @param found as a sentence
   * @param needed as a sentence
   */
  NotFitForProduction(String found, String needed) {
    super("starting in production: " + found + " " + needed);
    this.needed = needed;
  }

  String needed() {
    return needed;
  }
}

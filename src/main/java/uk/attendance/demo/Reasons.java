package uk.attendance.demo;

/** When the school learns why a pupil is away. */
final class Reasons {

  private Reasons() {}

  /**
   * @return school days: 0 for a call before the register closed, 1 for one during the day
   */
  static int daysUntilGiven(PupilYear year, Chance chance) {
    return year.tendency().slow()
        ? chance.weighted(20, 30, 15, 15, 10, 10)
        : chance.weighted(46, 43, 7, 3, 1);
  }
}

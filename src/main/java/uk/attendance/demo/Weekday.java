package uk.attendance.demo;

import java.util.List;

/** Chooses a day within a school week. */
final class Weekday {

  private Weekday() {}

  /**
   * @param open positions of the week's open days
   * @param weights of Monday to Friday
   * @return how many open days of the week come before the chosen one
   */
  static int of(PupilYear year, List<Integer> open, Chance chance, double... weights) {
    double[] here = new double[open.size()];
    for (int i = 0; i < here.length; i++) {
      here[i] = weights[year.days().day(open.get(i)).getDayOfWeek().getValue() - 1];
    }
    return chance.weighted(here);
  }
}

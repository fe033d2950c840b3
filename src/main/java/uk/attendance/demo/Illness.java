package uk.attendance.demo;

import java.time.Month;

/**
 * Spells of one to five school days with a peak in winter, often of brothers and sisters together.
 */
final class Illness implements Cause {

  private static final double OF_ONE = 0.028;
  private static final double OF_ONE_PERSISTENTLY = 0.15;
  private static final double OF_THE_FAMILY = 0.024;
  private static final double CAUGHT_IN_THE_FAMILY = 0.7;

  @Override
  public void happenTo(PupilYear year) {
    double often = year.tendency().persistent() ? OF_ONE_PERSISTENTLY : OF_ONE;
    for (int week = 0; week < year.days().weeks().size(); week++) {
      double season = season(year.days().day(year.days().weeks().get(week).get(0)).getMonth());
      Chance family = year.family("illness").of(week);
      if (family.of("falls").in(OF_THE_FAMILY * season)
          && year.own("caught").of(week).in(CAUGHT_IN_THE_FAMILY)) {
        spell(year, week, family);
      }
      Chance own = year.own("illness").of(week);
      if (own.of("falls").in(often * season * year.tendency().illness())) {
        spell(year, week, own);
      }
    }
  }

  private static double season(Month month) {
    return switch (month) {
      case DECEMBER, JANUARY -> 1.45;
      case NOVEMBER, FEBRUARY -> 1.25;
      case OCTOBER, MARCH -> 1.0;
      case SEPTEMBER, APRIL -> 0.75;
      default -> 0.65;
    };
  }

  private static void spell(PupilYear year, int week, Chance chance) {
    var open = year.days().weeks().get(week);
    int first = open.get(0) + Weekday.of(year, open, chance.of("day"), 1.4, 0.85, 0.85, 0.95, 1.2);
    int length = 1 + chance.of("length").weighted(35, 27, 18, 11, 9);
    int reported = first + Reasons.daysUntilGiven(year, chance.of("reason"));
    for (int day = first; day < first + length && year.days().sameHalfTerm(first, day); day++) {
      // families ring on the first day more surely than on the third
      boolean silent = day > first && chance.of("silent").of(day).in(0.15);
      Entry ill = Entry.unexplained("I", Math.max(reported - day, silent ? 1 : 0));
      if (day > first || !chance.of("went home").in(0.08)) {
        year.put(day, PupilYear.AM, ill);
      }
      year.put(day, PupilYear.PM, ill);
    }
  }
}

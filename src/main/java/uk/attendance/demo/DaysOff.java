package uk.attendance.demo;

/**
 * Single days away without a good reason, most of them at the ends of the week; of some nobody ever
 * learns why.
 */
final class DaysOff implements Cause {

  @Override
  public void happenTo(PupilYear year) {
    boolean often = year.tendency().persistent();
    for (int week = 0; week < year.days().weeks().size(); week++) {
      Chance chance = year.own("day off").of(week);
      if (chance.of("taken").in(often ? 0.15 : 0.012)) {
        var open = year.days().weeks().get(week);
        int day = open.get(0) + Weekday.of(year, open, chance.of("day"), 1.25, 0.8, 0.8, 0.8, 1.5);
        int length = often && chance.of("more").in(0.2) ? 3 : 1;
        for (int i = day; i < day + length && year.days().sameHalfTerm(day, i); i++) {
          year.put(i, entry(year, chance));
        }
      }
    }
  }

  private static Entry entry(PupilYear year, Chance chance) {
    if (chance.of("said to be ill").in(0.35)) {
      return Entry.unexplained("I", Reasons.daysUntilGiven(year, chance.of("reason")));
    }
    return Entry.unexplained("O", chance.of("given up").between(2, 6));
  }
}

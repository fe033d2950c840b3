package uk.attendance.demo;

/** Late arrivals, most of them of a few pupils. */
final class Lateness implements Cause {

  @Override
  public void happenTo(PupilYear year) {
    boolean often = year.tendency().late();
    for (int day = 0; day < year.days().size(); day++) {
      Chance chance = year.own("late").of(day);
      if (chance.of("before close").in(often ? 0.15 : 0.008)) {
        year.put(day, PupilYear.AM, Entry.late("L", chance.of("minutes").between(2, 25), 0));
      } else if (chance.of("after close").in(often ? 0.035 : 0.0012)) {
        int seen = chance.of("seen").in(0.5) ? 0 : 1;
        year.put(day, PupilYear.AM, Entry.late("U", chance.of("minutes").between(31, 110), seen));
      } else if (chance.of("after lunch").in(often ? 0.012 : 0.001)) {
        year.put(day, PupilYear.PM, Entry.late("L", chance.of("minutes").between(2, 20), 0));
      }
    }
  }
}

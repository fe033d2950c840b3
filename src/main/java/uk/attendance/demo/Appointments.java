package uk.attendance.demo;

/** Half days at the doctor's or dentist's. */
final class Appointments implements Cause {

  @Override
  public void happenTo(PupilYear year) {
    double often = year.pupil().needs().ehcp() ? 0.05 : 0.022;
    for (int week = 0; week < year.days().weeks().size(); week++) {
      Chance chance = year.own("appointment").of(week);
      if (chance.of("made").in(often)) {
        int day = chance.of("day").oneOf(year.days().weeks().get(week));
        boolean noted = chance.of("in the diary").in(0.85);
        Entry away = noted ? Entry.planned("M") : Entry.unexplained("M", 1);
        year.put(day, chance.of("morning").in(0.55) ? PupilYear.AM : PupilYear.PM, away);
      }
    }
  }
}

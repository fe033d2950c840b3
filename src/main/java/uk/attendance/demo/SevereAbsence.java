package uk.attendance.demo;

import java.util.List;

/** Pupils who miss about half of the year, by the week rather than by the day. */
final class SevereAbsence implements Cause {

  @Override
  public void happenTo(PupilYear year) {
    if (year.tendency().kind() != Tendency.Kind.SEVERE) {
      return;
    }
    boolean unwell = year.pupil().chance().of("unwell").in(0.5);
    for (int week = 0; week < year.days().weeks().size(); week++) {
      Chance chance = year.own("severe").of(week);
      List<Integer> open = year.days().weeks().get(week);
      int days = List.of(5, 4, 3, 2, 0).get(chance.of("days").weighted(46, 10, 18, 10, 16));
      boolean fromMonday = chance.of("from Monday").in(0.5);
      for (int i = 0; i < open.size(); i++) {
        if (fromMonday ? i < days : i >= open.size() - days) {
          year.put(open.get(i), unwell ? ill(chance) : away(chance));
        }
      }
    }
  }

  private static Entry ill(Chance chance) {
    return chance.of("reported").in(0.8) ? Entry.planned("I") : Entry.unexplained("I", 1);
  }

  private static Entry away(Chance chance) {
    return chance.of("known").in(0.5) ? Entry.planned("O") : Entry.unexplained("O", 5);
  }
}

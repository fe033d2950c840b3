package uk.attendance.demo;

import java.util.List;

/**
 * What is not absence but is not the classroom either: trips, work experience, a provider elsewhere
 * once a week, an agreed part-time timetable, a child's first short days; and suspensions.
 */
final class OtherProvision implements Cause {

  private static final int WORK_EXPERIENCE_YEAR = 10;
  private static final int FIRST_SECONDARY_YEAR = 7;

  @Override
  public void happenTo(PupilYear year) {
    trips(year);
    if (year.yearGroup() == 0) {
      shortFirstDays(year);
    }
    if (year.yearGroup() == WORK_EXPERIENCE_YEAR) {
      week(year, year.days().weeks().size() - 3, "W");
    }
    if (year.yearGroup() >= FIRST_SECONDARY_YEAR) {
      fridaysElsewhere(year);
      suspension(year);
    }
    if (year.school().special() && year.pupil().chance().of("part-time").in(0.12)) {
      for (List<Integer> week : year.days().weeks()) {
        year.put(week.get(week.size() - 1), PupilYear.PM, Entry.planned("C2"));
      }
    }
  }

  /** A whole class goes. */
  private static void trips(PupilYear year) {
    String group = year.school().classOf(year.yearGroup());
    Chance chance =
        new Chance(year.days().year().start()).of(year.school().id()).of("trip").of(group);
    for (int trip = 0; trip < 2; trip++) {
      year.put(chance.of(trip).below(year.days().size()), Entry.planned("V"));
    }
  }

  private static void shortFirstDays(PupilYear year) {
    for (int day = 0; day < 5; day++) {
      year.put(day, PupilYear.PM, Entry.planned("X"));
    }
  }

  private static void week(PupilYear year, int week, String code) {
    year.days().weeks().get(week).forEach(day -> year.put(day, Entry.planned(code)));
  }

  private static void fridaysElsewhere(PupilYear year) {
    int how = year.pupil().chance().of("elsewhere").weighted(94, 3, 2, 1);
    if (how > 0) {
      Entry entry = Entry.planned(List.of("B", "K", "D").get(how - 1));
      for (List<Integer> week : year.days().weeks()) {
        year.put(week.get(week.size() - 1), entry);
      }
    }
  }

  private static void suspension(PupilYear year) {
    Chance chance = year.own("suspension");
    if (chance.of("given").in(0.04)) {
      int first = chance.of("when").below(year.days().size() - 3);
      for (int day = first; day < first + chance.of("length").between(1, 3); day++) {
        year.put(day, Entry.planned("E"));
      }
    }
  }
}

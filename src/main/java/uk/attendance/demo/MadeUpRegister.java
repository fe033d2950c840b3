package uk.attendance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The register of one school in one school year, and what a file of any morning shows of it. */
final class MadeUpRegister {

  /** Of a school's pupils, those missing without a word when the morning register is read. */
  private static final double FEWEST_UNEXPLAINED = 0.032;

  private static final double MOST_UNEXPLAINED = 0.05;

  private final MadeUpSchool school;
  private final TeachingYear days;
  private final Map<String, PupilYear> pupils = new LinkedHashMap<>();

  MadeUpRegister(
      MadeUpSchool school, MadeUpCalendar calendar, MadeUpRoll roll, MadeUpYear schoolYear) {
    this.school = school;
    this.days = new TeachingYear(calendar, schoolYear);
    for (MadeUpPupil pupil : roll.during(schoolYear)) {
      PupilYear year = new PupilYear(school, pupil, days);
      Cause.all().forEach(cause -> cause.happenTo(year));
      pupils.put(pupil.admissionNo(), year);
    }
    for (int day = 0; day < days.size(); day++) {
      settleMorning(day);
    }
  }

  TeachingYear days() {
    return days;
  }

  /** What happened in a session; empty while the pupil is not on roll. */
  Optional<Entry> entry(MadeUpPupil pupil, int day, int session) {
    PupilYear year = pupils.get(pupil.admissionNo());
    LocalDate date = days.day(day);
    return year == null || !pupil.onRoll(date)
        ? Optional.empty()
        : Optional.of(year.at(day, session));
  }

  /**
   * On every morning about the same share is missing without a word: where more would be, some
   * families have rung already; where fewer would be, some pupils come late or were overlooked.
   */
  private void settleMorning(int day) {
    List<PupilYear> expected = new ArrayList<>();
    List<PupilYear> missing = new ArrayList<>();
    for (PupilYear year : pupils.values()) {
      if (year.pupil().onRoll(days.day(day))) {
        expected.add(year);
        if (isMissingFor(year, day)) {
          missing.add(year);
        }
      }
    }
    Comparator<PupilYear> drawn = Comparator.comparingDouble(y -> draw(y, day).share());
    int most = Math.max(1, (int) (expected.size() * MOST_UNEXPLAINED));
    missing.stream().sorted(drawn).skip(most).forEach(year -> haveRung(year, day));
    int fewest = Math.max(1, (int) Math.ceil(expected.size() * FEWEST_UNEXPLAINED));
    expected.stream()
        .filter(year -> year.present(day))
        .sorted(Comparator.comparingDouble(y -> draw(y, day).share() * (late(y) ? 0.12 : 1)))
        .limit(Math.max(0, fewest - missing.size()))
        .forEach(year -> turnUp(year, day));
  }

  private static boolean late(PupilYear year) {
    return year.tendency().late();
  }

  private static Chance draw(PupilYear year, int day) {
    return year.own("morning").of(day);
  }

  /** Unexplained this morning, and not yet on the day before. */
  private static boolean isMissingFor(PupilYear year, int day) {
    return year.at(day, PupilYear.AM).after(0).equals("N")
        && (day == 0 || !year.at(day - 1, PupilYear.PM).after(1).equals("N"));
  }

  private static void haveRung(PupilYear year, int day) {
    for (int session : new int[] {PupilYear.AM, PupilYear.PM}) {
      year.replace(day, session, year.at(day, session).knownAtOnce());
    }
  }

  private static void turnUp(PupilYear year, int day) {
    Chance chance = draw(year, day).of("turns up");
    int how = late(year) ? chance.weighted(5, 4, 1) : chance.weighted(0, 3, 7);
    year.put(
        day,
        PupilYear.AM,
        switch (how) {
          case 0 -> Entry.late("U", chance.of("minutes").between(35, 90), 1);
          case 1 -> Entry.late("L", chance.of("minutes").between(10, 29), 1);
          default -> Entry.unexplained("/", 1);
        });
  }
}

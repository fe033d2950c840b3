package uk.attendance.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The admission register of a school in any year. A school year has a cohort per year group, a
 * cohort has places; the children of some places are brothers and sisters of those a few cohorts
 * above, others leave and make room for somebody new.
 */
final class MadeUpRoll {

  private static final double BROTHER_OR_SISTER = 0.55;
  private static final double CHANGES_HANDS = 0.3;
  private static final int MOST_YEARS_OF_A_FAMILY = 6;
  private static final Map<String, String> SHORT_NAMES =
      Map.of(
          "Florence", "Flo",
          "Matilda", "Tilly",
          "Harriet", "Hattie",
          "Freddie", "Fred",
          "Stanley", "Stan",
          "Kateryna", "Katya",
          "Mateusz", "Mati",
          "Zakariya", "Zak");

  private final World world;
  private final MadeUpSchool school;
  private final MadeUpCalendar calendar;

  MadeUpRoll(World world, MadeUpSchool school, MadeUpCalendar calendar) {
    this.world = world;
    this.school = school;
    this.calendar = calendar;
  }

  /** Everybody who was on roll on some day of the school year, by admission number. */
  List<MadeUpPupil> during(MadeUpYear year) {
    LocalDate first = calendar.halfTerms(year).get(0).from();
    LocalDate last = calendar.halfTerms(year).get(5).to();
    List<MadeUpPupil> pupils = new ArrayList<>();
    for (int group = school.lastYear(); group >= school.firstYear(); group--) {
      int cohort = year.cohort(group);
      for (int place = 0; place < school.cohortSize(cohort); place++) {
        for (MadeUpPupil pupil : occupants(cohort, place)) {
          if (!pupil.entry().isAfter(last)
              && (pupil.leaving() == null || !pupil.leaving().isBefore(first))) {
            pupils.add(pupil);
          }
        }
      }
    }
    return pupils;
  }

  /** Whether the pupil belongs to a year group that the school has in this school year. */
  boolean isIn(MadeUpPupil pupil, MadeUpYear year) {
    return year.yearGroup(pupil.cohort()) <= school.lastYear();
  }

  /** The last day at the school: on the way, or at the end of its last year. */
  LocalDate leaving(MadeUpPupil pupil) {
    MadeUpYear last = new MadeUpYear(pupil.cohort() + 5 + school.lastYear());
    return pupil.leaving() == null ? calendar.halfTerms(last).get(5).to() : pupil.leaving();
  }

  /** One child from the first year to the last, or one who leaves on the way and one who joins. */
  private List<MadeUpPupil> occupants(int cohort, int place) {
    Chance chance = world.chance(school).of("place").of(cohort).of(place);
    MadeUpYear firstYear = new MadeUpYear(cohort + 5 + school.firstYear());
    LocalDate entry = calendar.openDays(firstYear).get(0);
    if (isFamilyPlace(cohort, place) || !chance.of("changes hands").in(CHANGES_HANDS)) {
      return List.of(pupil(cohort, place, 0, entry, null));
    }
    int years = school.lastYear() - school.firstYear() + 1;
    MadeUpYear year = new MadeUpYear(firstYear.start() + chance.of("year").below(years));
    List<LocalDate> days = calendar.openDays(year);
    int left = chance.of("day").between(12, days.size() - 40);
    return List.of(
        pupil(cohort, place, 0, entry, days.get(left)),
        pupil(cohort, place, 1, days.get(left + chance.of("gap").between(3, 15)), null));
  }

  /** The first half of a cohort's places may be held by families with several children. */
  private boolean isFamilyPlace(int cohort, int place) {
    return place < (school.cohortSize(cohort) + 1) / 2;
  }

  private MadeUpFamily family(int cohort, int place, int occupant) {
    int eldest = cohort;
    int gap = world.chance(school).of("gap").of(place).between(1, 3);
    while (Math.floorMod(eldest, MOST_YEARS_OF_A_FAMILY) >= gap
        && isFamilyPlace(eldest, place)
        && isFamilyPlace(eldest - gap, place)
        && world.chance(school).of("sibling").of(eldest).of(place).in(BROTHER_OR_SISTER)) {
      eldest -= gap;
    }
    return MadeUpFamily.of(world, school, eldest, place, occupant);
  }

  private MadeUpPupil pupil(
      int cohort, int place, int occupant, LocalDate entry, @Nullable LocalDate leaving) {
    Chance chance = world.chance(school).of("pupil").of(cohort).of(place).of(occupant);
    MadeUpFamily family = family(cohort, place, occupant);
    boolean girl = chance.of("girl").in(0.49);
    List<String> names = girl ? family.heritage().girls() : family.heritage().boys();
    // the place in the alphabet of first names moves on with the cohort: no twins of one name
    int name = family.chance().of("names").below(names.size()) + cohort;
    String first = names.get(Math.floorMod(name, names.size()));
    LocalDate dob = LocalDate.of(cohort, 9, 1).plusDays(chance.of("dob").below(365));
    int entryYear = MadeUpYear.of(entry).start() % 100;
    return new MadeUpPupil(
        "%02d%02d%02d".formatted(entryYear, Math.floorMod(cohort, 100), place * 2 + occupant),
        upn(entryYear, (Math.floorMod(cohort, 12) * 13 + place) * 2 + occupant),
        first,
        family.surname(),
        SHORT_NAMES.getOrDefault(first, ""),
        dob,
        cohort,
        place,
        entry,
        leaving,
        family,
        needs(chance, family),
        chance);
  }

  private MadeUpPupil.Needs needs(Chance chance, MadeUpFamily family) {
    boolean plan = school.special() || chance.of("plan").in(0.045);
    boolean lookedAfter = family.lookedAfter();
    boolean old = school.lastYear() > 6;
    return new MadeUpPupil.Needs(
        plan || chance.of("sen").in(0.14),
        plan,
        lookedAfter,
        !lookedAfter && chance.of("looked after before").in(0.02),
        lookedAfter || family.socialWorker(),
        !family.socialWorker() && chance.of("social worker before").in(0.05),
        !lookedAfter && family.protectionPlan(),
        old && chance.of("youth justice").in(0.03));
  }

  /** The real shape with a true check letter, under authority 000, which does not exist. */
  private String upn(int entryYear, int serial) {
    int establishment = world.chance(school).of("establishment").between(1000, 9999);
    String digits = "000%04d%02d%03d".formatted(establishment, entryYear, serial);
    int sum =
        IntStream.range(0, digits.length()).map(i -> (digits.charAt(i) - '0') * (i + 2)).sum();
    return "ABCDEFGHJKLMNPQRTUVWXYZ".charAt(sum % 23) + digits;
  }
}

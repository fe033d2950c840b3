package uk.attendance.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made up looks like England's registers: over all nine schools and the year before. */
class NationalPatternsTest {

  private static final LocalDate MORNING = LocalDate.of(2026, 11, 20);
  private static final Set<String> AUTHORISED =
      Set.of("C", "C1", "C2", "M", "J1", "S", "T", "R", "I", "E");
  private static final Set<String> UNAUTHORISED = Set.of("G", "N", "O", "U");
  private static final Set<String> NOT_POSSIBLE = Set.of("D", "X");

  private static final Map<String, List<MadeUpPupil>> PUPILS = new HashMap<>();

  private record Mark(MadeUpSchool school, MadeUpPupil pupil, LocalDate date, String code) {

    boolean possible() {
      return !NOT_POSSIBLE.contains(code);
    }

    boolean absent() {
      return AUTHORISED.contains(code) || UNAUTHORISED.contains(code);
    }

    String who() {
      return school.id() + pupil.admissionNo();
    }
  }

  private static List<Mark> marks = List.of();

  @BeforeAll
  static void makeUp() {
    marks = marks(MORNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-10-08", "2026-11-20", "2027-02-04", "2027-06-15", "2028-09-20"})
  void missesFiveToSevenPercentWheneverItIsStarted(LocalDate morning) {
    List<Mark> year = marks(morning);

    assertThat(percentAbsent(year, mark -> true)).isBetween(5.0, 7.0);
    assertThat(percentOfPupilsAbsent(year, 10)).isBetween(15.0, 25.0);
  }

  @Test
  void isPersistentlyAbsentInAFifthOfPupilsAndSeverelyInAHandful() {
    assertThat(percentOfPupilsAbsent(marks, 10)).isCloseTo(20, within(3.0));
    assertThat(percentOfPupilsAbsent(marks, 2)).isBetween(0.5, 3.0);
  }

  @Test
  void isWorstOnFridaysAndALittleWorseOnMondays() {
    double midweek =
        percentAbsent(
            marks,
            mark ->
                mark.date().getDayOfWeek() != DayOfWeek.MONDAY
                    && mark.date().getDayOfWeek() != DayOfWeek.FRIDAY);

    double monday = percentAbsent(marks, mark -> mark.date().getDayOfWeek() == DayOfWeek.MONDAY);
    double friday = percentAbsent(marks, mark -> mark.date().getDayOfWeek() == DayOfWeek.FRIDAY);

    assertThat(friday / midweek).isBetween(1.1, 1.35);
    assertThat(monday / midweek).isBetween(1.01, 1.2);
    assertThat(friday).isGreaterThan(monday);
  }

  @Test
  void isIllMoreInWinterThanInSummer() {
    Predicate<Mark> winter =
        mark ->
            Set.of(Month.DECEMBER, Month.JANUARY, Month.FEBRUARY).contains(mark.date().getMonth());
    Predicate<Mark> summer =
        mark -> Set.of(Month.MAY, Month.JUNE, Month.JULY).contains(mark.date().getMonth());

    assertThat(share("I", winter)).isGreaterThan(1.4 * share("I", summer));
  }

  @Test
  void losesMoreToIllnessThanToAnythingElseAndUsesTheOtherCodes() {
    assertThat(share("I", mark -> true)).isBetween(3.0, 5.0);
    assertThat(share("O", mark -> true)).isBetween(0.5, 1.5);
    assertThat(share("G", mark -> true)).isBetween(0.2, 0.8);
    assertThat(share("M", mark -> true)).isBetween(0.1, 0.5);
    assertThat(marks.stream().map(Mark::code).collect(Collectors.toSet()))
        .contains("C", "R", "E", "V", "W", "B", "X", "C2");
  }

  @Test
  void gathersLateArrivalsInFewPupils() {
    List<String> late =
        marks.stream()
            .filter(mark -> mark.code().equals("L") || mark.code().equals("U"))
            .map(Mark::who)
            .toList();
    List<Long> byPupil =
        late.stream()
            .distinct()
            .map(who -> late.stream().filter(who::equals).count())
            .sorted((one, other) -> Long.compare(other, one))
            .toList();
    long pupils = marks.stream().map(Mark::who).distinct().count();

    long ofTheWorstTenth = byPupil.stream().limit(pupils / 10).mapToLong(Long::longValue).sum();

    assertThat(ofTheWorstTenth).isGreaterThan(late.size() / 2);
  }

  @Test
  void keepsBrothersAndSistersAwayTogetherMoreThanChanceWould() {
    Set<String> absences = new HashSet<>();
    marks.stream().filter(Mark::absent).forEach(mark -> absences.add(mark.who() + mark.date()));
    int together = 0;
    int asked = 0;
    for (Mark mark : marks) {
      for (MadeUpPupil other : siblings(mark)) {
        if (mark.absent()) {
          asked++;
          together +=
              absences.contains(mark.school().id() + other.admissionNo() + mark.date()) ? 1 : 0;
        }
      }
    }

    assertThat(100.0 * together / asked).isGreaterThan(3 * percentAbsent(marks, mark -> true));
  }

  @Test
  void missesAFewWithoutAWordInEachSchoolThisMorningAndHasExplainedTheOlderOnes() {
    for (MadeUpSchool school : MadeUpSchools.all()) {
      List<Mark> today =
          marks.stream()
              .filter(mark -> mark.school() == school && mark.date().equals(MORNING))
              .toList();
      long unexplained = today.stream().filter(mark -> mark.code().equals("N")).count();

      assertThat(100.0 * unexplained / today.size()).as(school.id()).isBetween(3.0, 9.0);
    }
    assertThat(share("N", mark -> mark.date().isBefore(MORNING.minusDays(21)))).isZero();
    assertThat(share("N", mark -> mark.date().isBefore(MORNING))).isPositive();
  }

  private static List<MadeUpPupil> siblings(Mark mark) {
    return PUPILS.get(mark.school().id()).stream()
        .filter(other -> other.family().id().equals(mark.pupil().family().id()))
        .filter(other -> !other.admissionNo().equals(mark.pupil().admissionNo()))
        .toList();
  }

  private static List<Mark> marks(LocalDate morning) {
    List<Mark> marks = new ArrayList<>();
    World world = World.on(morning);
    for (MadeUpSchool school : MadeUpSchools.all()) {
      SchoolFiles files = new SchoolFiles(world, school);
      List<MadeUpPupil> pupils = files.pupilsKnown(morning);
      PUPILS.put(school.id(), pupils);
      MadeUpYear now = MadeUpYear.of(morning);
      for (MadeUpYear year : List.of(now.previous(), now)) {
        TeachingYear days = files.register(year).days();
        for (int day = 0; day < days.size(); day++) {
          LocalDate date = days.day(day);
          if (!date.isBefore(world.firstDay()) && !date.isAfter(morning)) {
            int schoolDays = days.until(morning, day);
            for (int session = 0; session < (date.equals(morning) ? 1 : 2); session++) {
              for (MadeUpPupil pupil : pupils) {
                files
                    .register(year)
                    .entry(pupil, day, session)
                    .ifPresent(
                        entry -> marks.add(new Mark(school, pupil, date, entry.after(schoolDays))));
              }
            }
          }
        }
      }
    }
    return marks;
  }

  private static double percentAbsent(List<Mark> marks, Predicate<Mark> which) {
    long possible = marks.stream().filter(which).filter(Mark::possible).count();
    return 100.0 * marks.stream().filter(which).filter(Mark::absent).count() / possible;
  }

  private double share(String code, Predicate<Mark> which) {
    long possible = marks.stream().filter(which).filter(Mark::possible).count();
    return 100.0
        * marks.stream().filter(which).filter(m -> m.code().equals(code)).count()
        / possible;
  }

  /** Pupils absent from at least one session in so many. */
  private static double percentOfPupilsAbsent(List<Mark> marks, int oneIn) {
    Map<String, int[]> byPupil = new HashMap<>();
    for (Mark mark : marks) {
      int[] sessions = byPupil.computeIfAbsent(mark.who(), who -> new int[2]);
      sessions[0] += mark.possible() ? 1 : 0;
      sessions[1] += mark.absent() ? 1 : 0;
    }
    long absent = byPupil.values().stream().filter(s -> s[1] * oneIn >= s[0]).count();
    return 100.0 * absent / byPupil.size();
  }
}

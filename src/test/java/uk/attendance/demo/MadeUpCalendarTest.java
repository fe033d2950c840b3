package uk.attendance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MadeUpCalendarTest {

  static Stream<MadeUpYear> twentyYears() {
    return IntStream.range(2020, 2040).mapToObj(MadeUpYear::new);
  }

  @ParameterizedTest
  @MethodSource("twentyYears")
  void opensEverySchoolOnAboutAHundredAndNinetyDays(MadeUpYear year) {
    for (MadeUpSchool school : MadeUpSchools.all()) {
      assertThat(calendar(school).openDays(year).size())
          .as("%s %s", school.id(), year)
          .isBetween(180, 197);
    }
  }

  @ParameterizedTest
  @MethodSource("twentyYears")
  void leavesAHolidayBetweenAllHalfTerms(MadeUpYear year) {
    for (MadeUpSchool school : MadeUpSchools.all()) {
      List<MadeUpCalendar.HalfTerm> halves = calendar(school).halfTerms(year);

      for (int i = 1; i < halves.size(); i++) {
        assertThat(halves.get(i).from()).isAfterOrEqualTo(halves.get(i - 1).to().plusDays(9));
      }
      assertThat(halves).allMatch(half -> half.to().isAfter(half.from().plusDays(16)));
    }
  }

  @ParameterizedTest
  @CsvSource({"2024, 2025-04-20", "2025, 2026-04-05", "2026, 2027-03-28", "2037, 2038-04-25"})
  void knowsEaster(int start, LocalDate easter) {
    assertThat(new MadeUpYear(start).easter()).isEqualTo(easter);
  }

  @Test
  void givesTheTermsOfTheYearThatEngland2025Had() {
    MadeUpCalendar calendar = calendar(MadeUpSchools.of("st-vincent"));

    List<MadeUpCalendar.HalfTerm> halves = calendar.halfTerms(new MadeUpYear(2025));

    assertThat(halves)
        .extracting(MadeUpCalendar.HalfTerm::from)
        .containsExactly(
            LocalDate.of(2025, 9, 1),
            LocalDate.of(2025, 11, 3),
            LocalDate.of(2026, 1, 5),
            LocalDate.of(2026, 2, 23),
            LocalDate.of(2026, 4, 13),
            LocalDate.of(2026, 6, 1));
  }

  @Test
  void closesEachSchoolUnexpectedlyOnceInTheYearBefore() {
    LocalDate morning = LocalDate.of(2026, 11, 20);
    for (MadeUpSchool school : MadeUpSchools.all()) {
      MadeUpCalendar calendar = calendar(school);
      LocalDate closed = calendar.unexpectedClosure().getKey();

      assertThat(closed).isBetween(morning.minusYears(1), morning);
      assertThat(calendar.open(closed)).isFalse();
      assertThat(calendar.halfTerm(closed)).isPresent();
    }
  }

  private static MadeUpCalendar calendar(MadeUpSchool school) {
    return new MadeUpCalendar(World.on(LocalDate.of(2026, 11, 20)), school);
  }
}

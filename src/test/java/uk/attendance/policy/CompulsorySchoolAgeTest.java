package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompulsorySchoolAgeTest {

  private static final CompulsorySchoolAge AGE =
      PolicyPacks.bundled().national().compulsorySchoolAge();

  @ParameterizedTest
  @CsvSource({
    "2020-08-30, 2025-08-31",
    "2020-08-31, 2025-08-31",
    "2020-09-01, 2025-12-31",
    "2020-12-31, 2025-12-31",
    "2021-01-01, 2026-03-31",
    "2021-03-31, 2026-03-31",
    "2021-04-01, 2026-08-31",
    "2020-02-29, 2025-03-31"
  })
  void beginsOnThePrescribedDayOnOrAfterTheFifthBirthday(LocalDate born, LocalDate first) {
    assertThat(AGE.firstDay(born)).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "2009-08-31, 2025-06-27",
    "2009-09-01, 2026-06-26",
    "2010-06-27, 2026-06-26",
    "2010-08-31, 2026-06-26",
    "2010-09-01, 2027-06-25"
  })
  void endsOnTheLastFridayInJuneOfTheYearOfTheSixteenthBirthday(LocalDate born, LocalDate last) {
    assertThat(AGE.lastDay(born)).isEqualTo(last);
  }

  @Test
  void holdsFromTheFirstDayToTheLast() {
    LocalDate born = LocalDate.of(2010, 5, 5);

    assertThat(AGE.holds(born, LocalDate.of(2015, 8, 30))).isFalse();
    assertThat(AGE.holds(born, LocalDate.of(2015, 8, 31))).isTrue();
    assertThat(AGE.holds(born, LocalDate.of(2026, 6, 26))).isTrue();
    assertThat(AGE.holds(born, LocalDate.of(2026, 6, 27))).isFalse();
  }
}

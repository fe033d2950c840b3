package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NF-R6. */
class CompulsorySchoolAgeTest {

  private static final CompulsorySchoolAge AGE =
      new CompulsorySchoolAge(
          5,
          List.of(MonthDay.of(3, 31), MonthDay.of(8, 31), MonthDay.of(12, 31)),
          16,
          DayOfWeek.FRIDAY,
          Month.JUNE,
          Month.SEPTEMBER);

  @ParameterizedTest
  @CsvSource({
    "2020-03-30, 2025-03-31",
    "2020-03-31, 2025-03-31",
    "2020-04-01, 2025-08-31",
    "2020-08-30, 2025-08-31",
    "2020-08-31, 2025-08-31",
    "2020-09-01, 2025-12-31",
    "2020-12-30, 2025-12-31",
    "2020-12-31, 2025-12-31",
    "2021-01-01, 2026-03-31",
    "2020-02-29, 2025-03-31"
  })
  void beginsOnThePrescribedDayOnOrAfterTheFifthBirthday(LocalDate dob, LocalDate first) {
    assertThat(AGE.firstDay(dob)).isEqualTo(first);
    assertThat(AGE.isReached(dob, first.minusDays(1))).isFalse();
    assertThat(AGE.isReached(dob, first)).isTrue();
    assertThat(AGE.isReached(dob, first.plusDays(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2009-08-31, 2025-06-27",
    "2009-09-01, 2026-06-26",
    "2010-01-15, 2026-06-26",
    "2010-06-30, 2026-06-26",
    "2010-08-31, 2026-06-26",
    "2010-09-01, 2027-06-25"
  })
  void endsOnTheLastFridayInJuneOfTheSchoolYearOfTheSixteenthBirthday(
      LocalDate dob, LocalDate last) {
    assertThat(AGE.lastDay(dob)).isEqualTo(last);
    assertThat(AGE.isReached(dob, last.minusDays(1))).isTrue();
    assertThat(AGE.isReached(dob, last)).isTrue();
    assertThat(AGE.isReached(dob, last.plusDays(1))).isFalse();
  }
}

package uk.attendance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolMorningsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-23, over a weekend",
    "2026-10-22, 2026-11-02, over half-term and an INSET day",
    "2026-12-18, 2027-01-05, over Christmas and an INSET day",
    "2027-04-30, 2027-05-04, over a bank holiday",
    "2027-07-22, 2027-09-02, over the summer",
    "2026-11-23, 2026-11-24, to the next day"
  })
  void movesToTheNextDayOnWhichMostSchoolsAreOpen(LocalDate from, LocalDate next, String why) {
    SchoolMornings mornings = new SchoolMornings(World.on(LocalDate.of(2026, 11, 20)));

    assertThat(mornings.after(from)).as(why).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 2026-11-20",
    "2026-11-21, 2026-11-20",
    "2026-11-22, 2026-11-20",
    "2026-12-31, 2026-12-18",
    "2026-05-04, 2026-05-01"
  })
  void standsOnTodayOrOnTheNewestSchoolDay(LocalDate today, LocalDate newest) {
    assertThat(SchoolMornings.newest(today)).isEqualTo(newest);
  }

  @Test
  void neverStandsOnADayOff() {
    SchoolMornings mornings = new SchoolMornings(World.on(LocalDate.of(2026, 11, 20)));
    LocalDate day = LocalDate.of(2026, 11, 20);
    for (int move = 0; move < 400; move++) {
      day = mornings.after(day);

      assertThat(day.getDayOfWeek().getValue()).isLessThan(6);
    }
    assertThat(day).isBetween("2028-10-01", "2029-02-28");
  }
}

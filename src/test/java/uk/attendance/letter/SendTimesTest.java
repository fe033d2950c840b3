package uk.attendance.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

class SendTimesTest {

  private static final SchoolCalendar AUTUMN =
      SchoolCalendar.of(
          new SchoolId("oak"),
          new CalendarPlan(
              List.of(
                  new Period(
                      Period.Kind.TERM,
                      "Autumn",
                      LocalDate.of(2025, 9, 1),
                      LocalDate.of(2025, 12, 19)),
                  new Period(
                      Period.Kind.TERM,
                      "Spring",
                      LocalDate.of(2026, 1, 5),
                      LocalDate.of(2026, 3, 27))),
              List.of()));
  private static final SendTimes TIMES =
      new SendTimes(Duration.ofMinutes(10), LocalTime.of(20, 0), LocalTime.of(7, 30), AUTUMN);

  @ParameterizedTest
  @CsvSource({
    "2025-11-03T09:30, 2025-11-03T09:40",
    "2025-11-03T07:19, 2025-11-03T07:30",
    "2025-11-03T07:20, 2025-11-03T07:30",
    "2025-11-03T07:21, 2025-11-03T07:31",
    "2025-11-03T19:49, 2025-11-03T19:59",
    "2025-11-03T19:50, 2025-11-04T07:30",
    "2025-11-07T19:55, 2025-11-10T07:30",
    "2025-11-08T12:00, 2025-11-10T07:30",
    "2025-12-19T21:00, 2026-01-05T07:30",
    "2025-10-24T20:30, 2025-10-27T07:30",
    "2030-06-01T12:00, 2030-06-03T07:30",
  })
  void goesAfterTheRecallWindowOutsideQuietHoursOnSchoolDays(
      LocalDateTime ordered, LocalDateTime goes) {
    assertThat(TIMES.sendAfter(at(ordered), true)).isEqualTo(at(goes));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-08T12:00, 2025-11-08T12:10",
    "2025-11-03T22:00, 2025-11-03T22:10",
  })
  void paperAndTheAuthorityKnowNoQuietHours(LocalDateTime ordered, LocalDateTime goes) {
    assertThat(TIMES.sendAfter(at(ordered), false)).isEqualTo(at(goes));
  }

  @ParameterizedTest
  @CsvSource({
    "12:59, 12:59",
    "13:00, 14:00",
    "13:59, 14:00",
    "14:00, 14:00",
  })
  void quietHoursInTheMiddleOfADayAreKeptToo(LocalTime at, LocalTime goes) {
    SendTimes noon = new SendTimes(Duration.ZERO, LocalTime.of(13, 0), LocalTime.of(14, 0), AUTUMN);
    LocalDate monday = LocalDate.of(2025, 11, 3);

    assertThat(noon.notBefore(at(monday.atTime(at)))).isEqualTo(at(monday.atTime(goes)));
  }

  private static Instant at(LocalDateTime local) {
    return local.atZone(SchoolCalendar.ZONE).toInstant();
  }
}

package uk.attendance.school;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.school.SomeSchool.day;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.SessionTimes;

class RegisterHoursTest {
  private final RegisterHours hours = new RegisterHours(PolicyPacks.bundled());

  @ParameterizedTest(name = "{0} {1}, {2}: opens {3}, late from {4}, closes {5}")
  @CsvSource({
    "st-vincent, , AM, 08:45, 08:45, 09:15",
    "dothill, , AM, 08:55, 08:55, 09:25",
    "lady-byron, , AM, 09:00, 09:15, 09:30",
    "lady-byron, , PM, 13:00, 13:15, 13:30",
    "nailsworth, , AM, 08:50, 08:50, 09:00",
    "nailsworth, , PM, 13:10, 13:10, 13:20",
    "raleigh, ambleside, AM, 09:00, 09:00, 09:30",
    "raleigh, westbury, AM, 08:50, 08:50, 09:20",
    "raleigh, woodlands, AM, 08:55, 08:55, 09:25"
  })
  void everySchoolHasItsOwnTimes(
      String pack,
      @Nullable String academy,
      Session session,
      LocalTime opens,
      LocalTime lateFrom,
      LocalTime closes) {
    SessionTimes times = hours.of(school(pack, academy), session);

    assertThat(times.opens()).isEqualTo(opens);
    assertThat(times.lateFrom()).isEqualTo(lateFrom);
    assertThat(times.closes()).isEqualTo(closes);
  }

  @ParameterizedTest(name = "at {1} the morning register of {0} is closed: {2}")
  @CsvSource({
    // Dothill closes at 09:25; in summer an hour earlier by the world's clock
    "2025-11-03, 2025-11-03T09:24:59Z, false",
    "2025-11-03, 2025-11-03T09:25:00Z, true",
    "2025-09-08, 2025-09-08T08:24:59Z, false",
    "2025-09-08, 2025-09-08T08:25:00Z, true"
  })
  void aRegisterClosesByTheClockInEngland(String day, String instant, boolean closed) {
    School dothill = school("dothill", null);

    assertThat(hours.isClosed(dothill, day(day), Session.AM, Instant.parse(instant)))
        .isEqualTo(closed);
  }

  private static School school(String pack, @Nullable String academy) {
    return new School(SomeSchool.ID, null, "Some School", pack, academy, "Some Council", true);
  }
}

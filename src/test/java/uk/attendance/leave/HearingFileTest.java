package uk.attendance.leave;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hearing as every calendar reads it. */
class HearingFileTest {

  private static String file(String day, String time, String place) {
    return new HearingFile(
            7,
            "Westbury Academy",
            LocalDate.parse(day),
            time,
            place,
            "https://example.org/appeals/7")
        .text(Instant.parse("2025-11-03T09:30:00Z"));
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "2025-11-20, 16:00, 20251120T160000Z",
    "2025-11-20, 16.30, 20251120T163000Z",
    "2025-11-20, 1600, 20251120T160000Z",
    "2025-11-20, 4pm, 20251120T160000Z",
    "2025-11-20, 4.30 p.m., 20251120T163000Z",
    "2025-11-20, 9:05 am, 20251120T090500Z",
    "2026-06-18, 16:00, 20260618T150000Z",
  })
  void beginsAtTheSchoolsTime(String day, String time, String start) {
    assertThat(file(day, time, "Library")).contains("\r\nDTSTART:" + start + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({"after school", "16", "25:00", "''"})
  void takesTheWholeDayWhereNoTimeCanBeRead(String time) {
    assertThat(file("2025-11-20", time, "Library"))
        .contains("DTSTART;VALUE=DATE:20251120\r\n", "DTEND;VALUE=DATE:20251121\r\n");
  }

  @Test
  void foldsLongLinesAndEscapesWhatHasAMeaning() {
    String file = file("2025-11-20", "16:00", "Library; first floor, Ä" + "ö".repeat(60));

    assertThat(file).contains("LOCATION:Library\\; first floor\\, Ä");
    assertThat(file.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
  }
}

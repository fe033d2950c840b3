package uk.attendance.school;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.school.SomeSchool.CALENDAR;
import static uk.attendance.school.SomeSchool.day;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.file.RejectedRow;

class CalendarFileTest {

  @Test
  void takesClosedHalfAndOpenedDays() {
    CalendarFile file =
        read(
            """
            date,am,pm,reason
            14/11/2025,closed,closed,Staff training
            2025-12-19,open,closed,Christmas early closing
            2025-12-01,no,no,Snow
            2025-11-15,yes,n,Open morning
            2026-03-02,,,Occasional day
            """);

    assertThat(file.rejected()).isEmpty();
    assertThat(file.days())
        .containsExactly(
            SpecialDay.closed(day("2025-11-14"), ClosureKind.INSET_DAY, "Staff training"),
            new SpecialDay(day("2025-11-15"), true, false, ClosureKind.HOLIDAY, "Open morning"),
            SpecialDay.closed(day("2025-12-01"), ClosureKind.UNEXPECTED_CLOSURE, "Snow"),
            new SpecialDay(
                day("2025-12-19"), true, false, ClosureKind.HOLIDAY, "Christmas early closing"),
            SpecialDay.closed(day("2026-03-02"), ClosureKind.HOLIDAY, "Occasional day"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-13-01,closed,closed,x | ‘2025-13-01’ is not a date: write 2025-09-01 or 01/09/2025.",
        "2025-12-01,maybe,closed,x | AM is ‘maybe’: open or closed is needed.",
        "2025-12-01,closed,,x | PM is ‘’: open or closed is needed.",
        "2025-12-01,closed,closed, | The reason has 0 characters: 1 to 200 are needed.",
        "2028-12-01,closed,closed,x | Friday 1 December 2028 lies in no school year whose terms are known: bring in terms.csv first.",
        "2025-11-14,closed,open,half day | An earlier line says something else about the same day."
      })
  void refusesARowWithItsLineAndTheReason(String row, String reason) {
    CalendarFile file = read("date,am,pm,reason\n2025-11-14,closed,closed,INSET\n" + row + "\n");

    assertThat(file.days()).hasSize(1);
    assertThat(file.rejected()).containsExactly(new RejectedRow(3, reason, row));
  }

  @Test
  void aFileTwiceChangesNothingTheSecondTime() {
    CalendarFile file =
        read(
            """
            date,am,pm,reason
            2025-11-14,closed,closed,INSET
            2025-11-14,closed,closed,INSET
            2025-11-07,open,open,
            """);

    SchoolCalendar once = CALENDAR.with(file.edit(CALENDAR));

    assertThat(file.rejected()).isEmpty();
    assertThat(once.isSchoolDay(day("2025-11-07"))).isTrue();
    assertThat(once.specialDay(day("2025-11-07"))).isEmpty();
    assertThat(once.with(file.edit(once)).plan()).isEqualTo(once.plan());
  }

  @Test
  void whatWasTakenReadsBackTheSame() {
    CalendarFile file =
        read("date,am,pm,reason\n2025-11-14,closed,open,\"A \"\"half\"\" day, INSET\"\n");

    assertThat(read(file.csv()).days()).isEqualTo(file.days()).isNotEqualTo(List.of());
  }

  private static CalendarFile read(String text) {
    return CalendarFile.read(
        () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CALENDAR);
  }
}

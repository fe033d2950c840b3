package uk.attendance.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.school.SomeSchool.day;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.file.RejectedRow;
import uk.attendance.file.UnreadableFile;

class TermsFileTest {

  @Test
  void aRowInsideALongerOneIsAHalfTerm() {
    TermsFile file =
        read(
            """
            name,from,to
            Autumn 1,01/09/2025,24/10/2025
            Autumn term,2025-09-01,2025-12-19
            Autumn 2,03/11/2025,19/12/2025
            """);

    assertThat(file.rejected()).isEmpty();
    assertThat(file.periods())
        .containsExactly(
            Period.term("Autumn term", day("2025-09-01"), day("2025-12-19")),
            Period.halfTerm("Autumn 1", day("2025-09-01"), day("2025-10-24")),
            Period.halfTerm("Autumn 2", day("2025-11-03"), day("2025-12-19")));
  }

  @Test
  void aHolidayWeekInsideATermDividesIt() {
    TermsFile file =
        read(
            """
            name,from,to
            Autumn term,2025-09-01,2025-12-19
            October half term,2025-10-27,2025-10-31
            """);

    assertThat(file.periods())
        .containsExactly(
            Period.term("Autumn term", day("2025-09-01"), day("2025-12-19")),
            Period.halfTerm("Autumn term, first half", day("2025-09-01"), day("2025-10-24")),
            Period.halfTerm("Autumn term, second half", day("2025-11-03"), day("2025-12-19")));
  }

  @Test
  void sixTermsAYearNeedNoHalves() {
    TermsFile file =
        read(
            """
            name,from,to
            Term 1,2025-09-01,2025-10-24
            Term 2,2025-11-03,2025-12-19
            """);

    assertThat(file.periods()).extracting(Period::kind).containsOnly(Period.Kind.TERM);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Spring,2026-01-05,soon | ‘soon’ is not a date: write 2025-09-01 or 01/09/2025.",
        "Spring,,2026-03-27 | The date is missing: write 2025-09-01 or 01/09/2025.",
        "Spring,31/02/2026,2026-03-27 | ‘31/02/2026’ is not a date: write 2025-09-01 or 01/09/2025.",
        "Spring,2026-03-27,2026-01-05 | It ends on Monday 5 January 2026, before it begins on Friday 27 March 2026.",
        ",2026-01-05,2026-03-27 | The name has 0 characters: 1 to 60 are needed, such as Autumn term.",
        "2025/26,2025-09-01,2026-07-21 | It lasts 324 days: give each term a row of its own, not the whole school year.",
        "INSET,2025-11-07,2025-11-07 | It is too short for a half term: single closed days belong in calendar.csv.",
        "Spring,2025-12-19,2026-03-27 | It overlaps ‘Autumn’ of line 2."
      })
  void refusesARowWithItsLineAndTheReason(String row, String reason) {
    TermsFile file = read("name,from,to\nAutumn,2025-09-01,2025-12-19\n" + row + "\n");

    assertThat(file.rows()).hasSize(1);
    assertThat(file.rejected()).containsExactly(new RejectedRow(3, reason, row));
  }

  @Test
  void theSameRowTwiceIsTakenOnce() {
    TermsFile file =
        read("name,from,to\nAutumn,2025-09-01,2025-12-19\nAutumn,2025-09-01,2025-12-19\n");

    assertThat(file.rows()).hasSize(1);
    assertThat(file.rejected()).isEmpty();
  }

  @Test
  void columnsMayComeInAnyOrderAndEncoding() {
    byte[] bytes =
        "To;Name;From;Note\n19/12/2025;Été – autumn;1/9/2025;x\n"
            .getBytes(Charset.forName("windows-1252"));

    TermsFile file = TermsFile.read(() -> new ByteArrayInputStream(bytes));

    assertThat(file.periods())
        .containsExactly(Period.term("Été – autumn", day("2025-09-01"), day("2025-12-19")));
  }

  @Test
  void whatWasTakenReadsBackTheSame() {
    TermsFile file =
        read(
            """
            name,from,to
            "Autumn, the ""long"" one",2025-09-01,2025-12-19
            October half term,2025-10-27,2025-10-31
            rubbish,x,y
            """);

    assertThat(read(file.csv()).periods()).isEqualTo(file.periods());
  }

  @Test
  void termsReplaceThoseOfTheSameSchoolYearOnly() {
    CalendarPlan before = SomeSchool.PLAN;
    TermsFile file = read("name,from,to\nAutumn,2026-09-03,2026-12-18\n");

    CalendarPlan after = file.edit().change().apply(before);

    assertThat(after.periods()).hasSize(10);
    assertThat(after.periods())
        .last()
        .isEqualTo(Period.term("Autumn", day("2026-09-03"), day("2026-12-18")));
    assertThat(file.edit().change().apply(after)).isEqualTo(after);
  }

  @Test
  void saysWhichColumnIsMissing() {
    assertThatThrownBy(() -> read("term,from,until\n"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("The file has no column name, to. Its columns are: term, from, until.");
  }

  private static TermsFile read(String text) {
    return TermsFile.read(() -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}

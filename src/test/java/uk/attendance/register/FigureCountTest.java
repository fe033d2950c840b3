package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.policy.PolicyPacks;

class FigureCountTest {

  @ParameterizedTest
  @CsvSource({
    "/, 1, 1, 0, 0",
    "\\, 1, 1, 0, 0",
    "L, 1, 1, 0, 0",
    "V, 1, 1, 0, 0",
    "K, 1, 1, 0, 0",
    "I, 1, 0, 1, 0",
    "M, 1, 0, 1, 0",
    "C2, 1, 0, 1, 0",
    "E, 1, 0, 1, 0",
    "T, 1, 0, 1, 0",
    "G, 1, 0, 0, 1",
    "N, 1, 0, 0, 1",
    "O, 1, 0, 0, 1",
    "U, 1, 0, 0, 1",
    "X, 0, 0, 0, 0",
    "D, 0, 0, 0, 0",
    "Y5, 0, 0, 0, 0",
    "Q, 0, 0, 0, 0",
    "Z, 0, 0, 0, 0",
    "#, 0, 0, 0, 0",
    "-, 0, 0, 0, 0"
  })
  void countsACodeByItsClass(
      String code, int possible, int attended, int authorised, int unauthorised) {
    Figures figures = new MadeUpMarks().mark("2025-09-02", code, "#").figures();

    assertThat(figures.possible()).isEqualTo(possible);
    assertThat(figures.attended()).isEqualTo(attended);
    assertThat(figures.authorised()).isEqualTo(authorised);
    assertThat(figures.unauthorised()).isEqualTo(unauthorised);
  }

  @Test
  void countsLateBeforeAndAfterTheRegisterClosedApart() {
    Figures figures =
        new MadeUpMarks()
            .mark("2025-09-02", "L", "\\")
            .mark("2025-09-03", "U", "L")
            .mark("2025-09-04", "N", "I")
            .figures();

    assertThat(figures.lateBeforeClose()).isEqualTo(2);
    assertThat(figures.lateAfterClose()).isEqualTo(1);
    assertThat(figures.unexplained()).isEqualTo(1);
    assertThat(figures.illness()).isEqualTo(1);
  }

  @Test
  void countsTheSchoolYearOnlyWhateverCameBeforeIt() {
    Figures figures =
        new MadeUpMarks()
            .each("2025-07-01", "2025-07-22", "I", "I")
            .present("2025-09-01", "2025-09-05")
            .figures();

    assertThat(figures.possible()).isEqualTo(10);
    assertThat(figures.absent()).isZero();
    assertThat(figures.lastDay()).isEqualTo("2025-09-05");
  }

  @Test
  void showsOnWhichWeekdaysAbsenceFalls() {
    Figures figures =
        new MadeUpMarks()
            .present("2025-09-01", "2025-09-12")
            .mark("2025-09-05", "I", "I")
            .mark("2025-09-12", "\\", "N")
            .figures();

    assertThat(figures.on(DayOfWeek.FRIDAY)).isEqualTo(new Figures.Share(3, 4));
    assertThat(figures.on(DayOfWeek.MONDAY)).isEqualTo(new Figures.Share(0, 4));
  }

  @Test
  void refusesACodeThatHadNoMeaningThatDay() {
    assertThatThrownBy(() -> new MadeUpMarks().mark("2025-09-02", "H", "H").figures())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("counting a mark of 2025-09-02: code 'H' has no meaning that day");
  }

  /** NF-P1: whole school weeks, the last day's and the nine before it. */
  @ParameterizedTest
  @CsvSource({
    "2025-09-08, 2025-11-17, 10",
    "2025-09-07, 2025-11-17, 0",
    "2025-09-08, 2025-11-23, 10",
    "2025-09-08, 2025-11-24, 0",
  })
  void looksBackOverTenSchoolWeeksAndLeavesHalfTermOut(
      LocalDate week, LocalDate last, int inWindow) {
    // ten sessions in one week; the half-term week of 27 October is no school week
    MadeUpMarks marks = new MadeUpMarks();
    LocalDate monday =
        week.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    marks.each(monday.toString(), monday.plusDays(4).toString(), "O", "G");
    LocalDate lastMarked = last.getDayOfWeek() == DayOfWeek.SUNDAY ? last.minusDays(2) : last;

    Figures figures = marks.mark(lastMarked.toString(), "/", "\\").figures();

    assertThat(figures.inWindow()).isEqualTo(inWindow);
  }

  @Test
  void looksBackAcrossChristmas() {
    MadeUpMarks marks = new MadeUpMarks().each("2025-11-24", "2025-11-28", "O", "O");

    // four weeks to Christmas, two closed, six weeks in January and February
    assertThat(marks.mark("2026-02-13", "/", "\\").figures().inWindow()).isEqualTo(10);
    assertThat(marks.mark("2026-02-23", "/", "\\").figures().inWindow()).isZero();
  }

  @Test
  void looksBackAcrossAugustIntoTheSchoolYearBefore() {
    MadeUpMarks marks = new MadeUpMarks().each("2025-07-07", "2025-07-11", "U", "O");

    // three weeks in July, seven in September and October
    assertThat(marks.mark("2025-10-17", "/", "\\").figures().inWindow()).isEqualTo(10);
    assertThat(marks.mark("2025-10-20", "/", "\\").figures().inWindow()).isZero();
  }

  @Test
  void countsTowardsAPenaltyWhatThePackSays() {
    MadeUpMarks marks =
        new MadeUpMarks()
            .mark("2025-09-02", "G", "N")
            .mark("2025-09-03", "O", "U")
            .mark("2025-09-04", "I", "C");

    assertThat(marks.figures().inWindow()).isEqualTo(4);
    assertThat(marks.figures(FigureRules.of(PolicyPacks.bundled().pack("st-vincent"))).inWindow())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-03, 2025-09-15, 9",
    "2025-09-03, 2025-09-16, 10",
    "2025-09-03, 2025-09-17, 11"
  })
  void countsSchoolDaysInARow(String first, String last, int days) {
    Run run =
        new MadeUpMarks()
            .present("2025-09-01", "2025-09-02")
            .each(first, last, "N", "O")
            .figures()
            .run(RunKind.TEN_DAY);

    assertThat(run).isEqualTo(new Run(days, LocalDate.parse(first), days));
  }

  @Test
  void closureNeitherCountsNorBreaksARun() {
    MadeUpMarks marks =
        new MadeUpMarks()
            .each("2025-10-23", "2025-10-24", "G", "G")
            .each("2025-11-03", "2025-11-06", "G", "G")
            .mark("2025-11-07", "#", "#")
            .mark("2025-11-10", "N", "N")
            .mark("2025-11-12", "N", "N");

    Run run = marks.figures().run(RunKind.TEN_DAY);

    assertThat(run.days()).isEqualTo(7);
    assertThat(run.since()).isEqualTo("2025-10-23");
  }

  @ParameterizedTest
  @CsvSource({"/", "I", "C", "Y2", "D", "M"})
  void anyOtherCodeBreaksARun(String code) {
    Run run =
        new MadeUpMarks()
            .each("2025-09-01", "2025-09-05", "N", "N")
            .mark("2025-09-08", "N", code)
            .each("2025-09-09", "2025-09-10", "N", "N")
            .figures()
            .run(RunKind.TEN_DAY);

    assertThat(run.days()).isEqualTo(2);
    assertThat(run.longest()).isEqualTo(5);
    assertThat(run.since()).isEqualTo("2025-09-09");
  }

  @Test
  void sessionWithoutAMarkNeitherCountsNorBreaksARun() {
    MadeUpMarks marks =
        new MadeUpMarks()
            .each("2025-09-01", "2025-09-05", "N", "N")
            .mark("2025-09-08", "N", "")
            .mark("2025-09-09", "-", "-");

    assertThat(marks.figures().run(RunKind.UNEXPLAINED).days()).isEqualTo(5);
    assertThat(
            marks
                .mark("2025-09-10", "", "N")
                .mark("2025-09-11", "/", "")
                .figures()
                .run(RunKind.UNEXPLAINED)
                .days())
        .isZero();
  }

  @Test
  void runReachesAcrossTheSummerAndItsLongestIsOfTheYear() {
    Figures figures =
        new MadeUpMarks()
            .each("2025-06-02", "2025-06-30", "O", "O")
            .present("2025-07-01", "2025-07-15")
            .each("2025-07-16", "2025-07-22", "O", "O")
            .each("2025-09-01", "2025-09-03", "O", "O")
            .figures();

    assertThat(figures.run(RunKind.TWENTY_DAY))
        .isEqualTo(new Run(8, LocalDate.parse("2025-07-16"), 8));
  }

  @Test
  void runsDifferInTheirCodes() {
    Figures figures =
        new MadeUpMarks()
            .mark("2025-09-02", "I", "I")
            .mark("2025-09-03", "U", "U")
            .mark("2025-09-04", "G", "O")
            .mark("2025-09-05", "N", "N")
            .figures();

    assertThat(figures.run(RunKind.AWAY).days()).isEqualTo(4);
    assertThat(figures.run(RunKind.TEN_DAY).days()).isEqualTo(3);
    assertThat(figures.run(RunKind.TWENTY_DAY).days()).isEqualTo(2);
    assertThat(figures.run(RunKind.UNEXPLAINED).days()).isEqualTo(1);
    assertThat(figures.run(RunKind.ILLNESS)).isEqualTo(new Run(0, null, 1));
  }
}

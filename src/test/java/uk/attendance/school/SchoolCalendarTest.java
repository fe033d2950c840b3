package uk.attendance.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.school.SomeSchool.CALENDAR;
import static uk.attendance.school.SomeSchool.TERMS;
import static uk.attendance.school.SomeSchool.day;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolCalendarTest {

  @ParameterizedTest(name = "{1} school days after {0}: {2}")
  @CsvSource({
    // Friday to Monday
    "2025-09-12, 1, 2025-09-15",
    "2025-09-13, 1, 2025-09-15",
    // October half term, 27 to 31 October, clocks go back on the 26th
    "2025-10-24, 1, 2025-11-03",
    "2025-10-23, 3, 2025-11-04",
    "2025-10-29, 1, 2025-11-03",
    // the INSET day of 7 November
    "2025-11-06, 1, 2025-11-10",
    // Christmas and the change of year, 5 January is an INSET day
    "2025-12-19, 1, 2026-01-06",
    "2025-12-18, 5, 2026-01-09",
    // clocks go forward on 29 March, Easter holiday
    "2026-03-27, 1, 2026-04-13",
    // early May bank holiday
    "2026-05-01, 1, 2026-05-05",
    // summer, 1 September is an INSET day
    "2026-07-21, 1, 2026-09-02",
    "2026-08-15, 2, 2026-09-03",
    // nothing added
    "2025-10-29, 0, 2025-10-29"
  })
  void addsSchoolDays(String from, int n, String expected) {
    assertThat(CALENDAR.addSchoolDays(day(from), n)).isEqualTo(day(expected));
  }

  @ParameterizedTest(name = "day {1} of a spell from {0}: {2}")
  @CsvSource({
    "2025-10-23, 1, 2025-10-23",
    "2025-10-23, 2, 2025-10-24",
    "2025-10-23, 3, 2025-11-03",
    "2025-10-25, 1, 2025-11-03",
    "2025-12-15, 10, 2026-01-12"
  })
  void findsTheNthDayOfASpell(String first, int n, String expected) {
    assertThat(CALENDAR.nthSchoolDay(day(first), n)).isEqualTo(day(expected));
  }

  @ParameterizedTest(name = "{1} school days before {0}: {2}")
  @CsvSource({
    "2025-11-03, 1, 2025-10-24",
    "2025-11-01, 1, 2025-10-24",
    "2026-01-06, 2, 2025-12-18"
  })
  void goesBackSchoolDays(String from, int n, String expected) {
    assertThat(CALENDAR.subtractSchoolDays(day(from), n)).isEqualTo(day(expected));
  }

  @ParameterizedTest(name = "ten school weeks up to {0}: {1} to {2}")
  @CsvSource({
    // over the summer: two weeks of September, eight before the holiday
    "2026-09-09, 2026-06-01, 2026-09-13",
    // over October half term
    "2025-11-12, 2025-09-01, 2025-11-16",
    // in the holiday the window ends with the last school week
    "2026-08-05, 2026-05-11, 2026-07-26"
  })
  void theWindowIsWholeSchoolWeeks(String day, String first, String last) {
    assertThat(CALENDAR.window(day(day), 10)).isEqualTo(new Window(day(first), day(last), 10));
  }

  @Test
  void theWindowIsShorterWhereTheCalendarBeginsLater() {
    assertThat(CALENDAR.window(day("2025-09-17"), 10))
        .isEqualTo(new Window(day("2025-09-01"), day("2025-09-21"), 3));
  }

  @ParameterizedTest(name = "{1} calendar days after {0}: {2}")
  @CsvSource({
    // Wednesday, the fifth day is a Monday
    "2025-09-10, 5, 2025-09-15",
    // Monday, the fifth day is a Saturday
    "2025-09-08, 5, 2025-09-12",
    // the fifth day lies in half term
    "2025-10-22, 5, 2025-10-24",
    // entered on the last day before the holiday
    "2025-12-19, 5, 2025-12-19",
    // entered in the holiday, nothing open since: the day itself stands
    "2026-08-10, 5, 2026-08-15"
  })
  void aCalendarDayDeadlineFallsOnTheLastOpenDayNotLater(String from, int n, String expected) {
    assertThat(CALENDAR.dueInCalendarDays(day(from), n)).isEqualTo(day(expected));
  }

  @ParameterizedTest(name = "{1} working days after {0}: {2}")
  @CsvSource({
    // half term and INSET days are working days, bank holidays are not
    "2025-10-24, 5, 2025-10-31",
    "2025-12-24, 1, 2025-12-29",
    "2026-04-02, 1, 2026-04-07"
  })
  void workingDaysIgnoreTheSchoolsHolidays(String from, int n, String expected) {
    assertThat(WorkingDays.add(day(from), n)).isEqualTo(day(expected));
  }

  @Test
  void aDayWithOneOpenSessionIsASchoolDay() {
    SpecialDay carols =
        new SpecialDay(day("2025-12-19"), true, false, ClosureKind.HOLIDAY, "early end");
    SchoolCalendar calendar = SomeSchool.calendar(TERMS, List.of(carols));

    assertThat(calendar.isOpen(day("2025-12-19"), Session.AM)).isTrue();
    assertThat(calendar.isOpen(day("2025-12-19"), Session.PM)).isFalse();
    assertThat(calendar.isSchoolDay(day("2025-12-19"))).isTrue();
  }

  @Test
  void aSchoolMayOpenOnASaturdayOrABankHoliday() {
    SpecialDay saturday =
        new SpecialDay(day("2025-09-13"), true, false, ClosureKind.HOLIDAY, "open morning");
    SpecialDay mayDay =
        new SpecialDay(day("2026-05-04"), true, true, ClosureKind.BANK_HOLIDAY, "we open");
    SchoolCalendar calendar = SomeSchool.calendar(TERMS, List.of(saturday, mayDay));

    assertThat(calendar.addSchoolDays(day("2025-09-12"), 1)).isEqualTo(day("2025-09-13"));
    assertThat(calendar.addSchoolDays(day("2026-05-01"), 1)).isEqualTo(day("2026-05-04"));
  }

  @Test
  void saysWhyADayIsClosed() {
    assertThat(CALENDAR.closedDay(day("2025-11-07")).orElseThrow().words()).isEqualTo("INSET day");
    assertThat(CALENDAR.closedDay(day("2025-10-29")).orElseThrow().words())
        .isEqualTo("half-term holiday");
    assertThat(CALENDAR.closedDay(day("2025-12-25")).orElseThrow().words())
        .isEqualTo("holiday after Autumn term");
    assertThat(CALENDAR.closedDay(day("2026-05-04")).orElseThrow())
        .isEqualTo(
            new ClosedDay(day("2026-05-04"), ClosureKind.BANK_HOLIDAY, "Early May Bank Holiday"));
    assertThat(CALENDAR.closedDay(day("2025-10-25"))).isEmpty();
    assertThat(CALENDAR.closedDay(day("2025-10-24"))).isEmpty();
  }

  @ParameterizedTest(name = "on {0}, due {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2025-11-05 | 2025-11-05 | due today",
        "2025-11-05 | 2025-11-06 | 1 school day left",
        "2025-11-05 | 2025-11-11 | 3 school days left; Friday's INSET day not counted",
        "2025-10-23 | 2025-11-04 | 3 school days left; half-term holiday 27 October to 31 October not counted",
        "2025-10-23 | 2025-11-10 | 6 school days left; half-term holiday 27 October to 31 October and 7 November's INSET day not counted",
        "2025-11-05 | 2025-11-04 | 1 school day overdue",
        "2025-11-10 | 2025-11-05 | 2 school days overdue",
        "2025-11-02 | 2025-10-31 | was due Friday 31 October 2025",
        "2025-12-19 | 2025-12-30 | due Tuesday 30 December 2025; holiday after Autumn term 22 December to 30 December not counted",
        "2027-10-01 | 2027-10-04 | due Monday 4 October 2027"
      })
  void saysHowMuchTimeIsLeft(String today, String due, String words) {
    assertThat(CALENDAR.timeLeft(day(today), day(due)).inWords()).isEqualTo(words);
  }

  @Test
  void knowsTermHalfTermAndSchoolYear() {
    assertThat(CALENDAR.termOf(day("2025-10-29")).orElseThrow().name()).isEqualTo("Autumn term");
    assertThat(CALENDAR.halfTermOf(day("2025-10-29"))).isEmpty();
    assertThat(CALENDAR.halfTermOf(day("2025-11-03")).orElseThrow().name()).isEqualTo("Autumn 2");
    assertThat(CALENDAR.termOf(day("2025-12-25"))).isEmpty();
    assertThat(CALENDAR.schoolYear(day("2026-08-31")))
        .isEqualTo(new SchoolYear(day("2025-09-01"), day("2026-08-31")));
    assertThat(CALENDAR.schoolYear(day("2026-09-01")).name()).isEqualTo("2026/27");
    assertThat(CALENDAR.schoolYear(day("2027-08-31")).last()).isEqualTo(day("2027-08-31"));
  }

  @Test
  void aWeekOfHolidayDividesATermThatNamesNoHalves() {
    List<Period> terms = List.of(Period.term("Autumn", day("2025-09-01"), day("2025-12-19")));
    List<SpecialDay> week =
        day("2025-10-27")
            .datesUntil(day("2025-11-01"))
            .map(d -> SpecialDay.closed(d, ClosureKind.HOLIDAY, "half term"))
            .toList();
    SchoolCalendar calendar = SomeSchool.calendar(terms, week);

    assertThat(calendar.halfTermsOf(terms.get(0)))
        .containsExactly(
            Period.halfTerm("Autumn, first half", day("2025-09-01"), day("2025-10-24")),
            Period.halfTerm("Autumn, second half", day("2025-11-03"), day("2025-12-19")));
  }

  @Test
  void aWeekOfSnowDividesNoTerm() {
    List<Period> terms = List.of(Period.term("Spring", day("2026-01-05"), day("2026-03-27")));
    List<SpecialDay> week =
        day("2026-02-02")
            .datesUntil(day("2026-02-07"))
            .map(d -> SpecialDay.closed(d, ClosureKind.UNEXPECTED_CLOSURE, "snow"))
            .toList();

    assertThat(SomeSchool.calendar(terms, week).halfTermsOf(terms.get(0))).isEqualTo(terms);
  }

  @ParameterizedTest(name = "terms from {0} to {1} are known to {2}")
  @CsvSource({
    // only the autumn term is known: January is not closed, it is unknown
    "2025-09-01, 2025-12-19, 2025-12-19",
    "2026-01-05, 2026-03-27, 2026-03-27",
    // the summer holiday is known, September is not
    "2026-04-13, 2026-07-21, 2026-08-31"
  })
  void knowsNothingPastItsLastTermButTheSummerHoliday(String first, String last, String known) {
    SchoolCalendar calendar =
        SomeSchool.calendar(List.of(Period.term("A term", day(first), day(last))), List.of());

    assertThat(calendar.covers(day(known))).isTrue();
    assertThat(calendar.covers(day(known).plusDays(1))).isFalse();
  }

  @Test
  void aYearThatBeganInAugustEndsBeforeTheSameDayInAugust() {
    SchoolCalendar calendar =
        SomeSchool.calendar(
            List.of(
                Period.term("Autumn", day("2025-08-27"), day("2025-12-19")),
                Period.term("Summer", day("2026-04-13"), day("2026-07-10"))),
            List.of());

    assertThat(calendar.schoolYear(day("2026-05-01")))
        .isEqualTo(new SchoolYear(day("2025-08-27"), day("2026-08-26")));
  }

  @Test
  void refusesADayItDoesNotKnow() {
    assertThatThrownBy(() -> CALENDAR.isOpen(day("2025-08-31"), Session.AM))
        .isInstanceOf(OutsideCalendar.class)
        .hasMessage(
            "Could not look up 2025-08-31 in the calendar of school some-school: it covers"
                + " 2025-09-01 to 2027-08-31; import the terms of that school year");
    assertThatThrownBy(() -> CALENDAR.addSchoolDays(day("2027-07-19"), 2))
        .isInstanceOf(OutsideCalendar.class)
        .hasMessageContaining("count 2 school days from 2027-07-19");
    assertThatThrownBy(
            () -> SomeSchool.calendar(List.of(), List.of()).isSchoolDay(day("2025-09-02")))
        .isInstanceOf(OutsideCalendar.class)
        .hasMessageContaining("it has no terms yet");
  }

  @Test
  void refusesTermsThatContradictEachOther() {
    Period autumn = Period.term("Autumn", day("2025-09-01"), day("2025-12-19"));

    assertThatExceptionOfType(ContradictoryCalendar.class)
        .isThrownBy(
            () -> calendar(autumn, Period.term("Spring", day("2025-12-19"), day("2026-03-27"))))
        .withMessageContaining(
            "‘Spring’ (Friday 19 December 2025 to Friday 27 March 2026) overlaps ‘Autumn’");
    assertThatExceptionOfType(ContradictoryCalendar.class)
        .isThrownBy(
            () ->
                calendar(autumn, Period.halfTerm("Spring 1", day("2026-01-05"), day("2026-02-13"))))
        .withMessageContaining("lies in none of the terms");
    assertThatExceptionOfType(ContradictoryCalendar.class)
        .isThrownBy(
            () -> calendar(autumn, Period.term("Autumn", day("2027-09-01"), day("2027-12-17"))))
        .withMessageContaining("a school year is missing");
  }

  @ParameterizedTest(name = "at {0} it is {1} in England")
  @CsvSource({
    // clocks go back on 26 October 2025: an hour before midnight is still the day
    "2025-10-25T22:59:59Z, 2025-10-25",
    "2025-10-25T23:00:00Z, 2025-10-26",
    "2025-10-26T23:59:59Z, 2025-10-26",
    "2025-10-27T00:00:00Z, 2025-10-27",
    // clocks go forward on 29 March 2026
    "2026-03-28T23:59:59Z, 2026-03-28",
    "2026-03-29T22:59:59Z, 2026-03-29",
    "2026-03-29T23:00:00Z, 2026-03-30"
  })
  void aDayChangesAtMidnightInEngland(String instant, String expected) {
    assertThat(SchoolCalendar.dayOf(Instant.parse(instant))).isEqualTo(day(expected));
  }

  private static SchoolCalendar calendar(Period... periods) {
    return SomeSchool.calendar(List.of(periods), List.of());
  }
}

package uk.attendance.school;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.school.SomeSchool.TERMS;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What holds for any school's calendar over two years of terms, with any days closed, halved or
 * added: across half terms, Christmas, summer, the change of year and both clock changes.
 */
class SchoolCalendarPropertiesTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);
  private static final LocalDate LAST_SCHOOL_DAY = LocalDate.of(2027, 7, 20);

  @Property
  void addingThenCountingGivesWhatWasAdded(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(max = 60) int n) {
    LocalDate due = calendar.addSchoolDays(day, n);

    assertThat(calendar.schoolDaysBetween(day, due)).isEqualTo(n);
    assertThat(n == 0 || calendar.isSchoolDay(due)).isTrue();
  }

  @Property
  void addingInTwoStepsIsAddingAtOnce(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(max = 30) int one,
      @ForAll @IntRange(max = 30) int two) {
    assertThat(calendar.addSchoolDays(calendar.addSchoolDays(day, one), two))
        .isEqualTo(calendar.addSchoolDays(day, one + two));
  }

  @Property
  void goingBackFromASchoolDayUndoesAdding(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(max = 60) int n) {
    LocalDate schoolDay = calendar.addSchoolDays(day, 1);

    assertThat(calendar.subtractSchoolDays(calendar.addSchoolDays(schoolDay, n), n))
        .isEqualTo(schoolDay);
  }

  @Property
  void countsAsOneWouldWithAFingerOnTheCalendar(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate first,
      @ForAll @IntRange(max = 120) int length) {
    LocalDate last = first.plusDays(length);
    List<LocalDate> open =
        first
            .datesUntil(last.plusDays(1))
            .filter(d -> calendar.isOpen(d, Session.AM) || calendar.isOpen(d, Session.PM))
            .toList();

    assertThat(calendar.schoolDays(first, last)).isEqualTo(open);
    assertThat(calendar.numberInSpell(first, last)).isEqualTo(open.size());
    assertThat(calendar.schoolDaysBetween(first, last))
        .isEqualTo(open.size() - (open.contains(first) ? 1 : 0));
  }

  @Property
  void theNthDayOfASpellIsTheNthItContains(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate first,
      @ForAll @IntRange(min = 1, max = 60) int n) {
    LocalDate nth = calendar.nthSchoolDay(first, n);

    assertThat(calendar.schoolDays(first, nth)).hasSize(n).endsWith(nth);
    assertThat(calendar.numberInSpell(first, nth)).isEqualTo(n);
  }

  @Property
  void aDeadlineAccountsForEveryDayUpToIt(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate from,
      @ForAll @IntRange(max = 60) int n) {
    Deadline deadline = calendar.due(from, n);

    List<LocalDate> accounted = new ArrayList<>(deadline.counted());
    deadline.skipped().forEach(closed -> accounted.add(closed.day()));
    from.plusDays(1)
        .datesUntil(deadline.due().plusDays(1))
        .filter(d -> d.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
        .filter(d -> !calendar.isSchoolDay(d))
        .forEach(accounted::add);
    assertThat(accounted)
        .containsExactlyInAnyOrderElementsOf(
            from.plusDays(1).datesUntil(deadline.due().plusDays(1)).toList());
    assertThat(deadline.schoolDays()).isEqualTo(n);
  }

  @Property
  void closingADayNeverBringsADeadlineForward(
      @ForAll("specialDays") Map<LocalDate, SpecialDay> special,
      @ForAll("days") LocalDate closed,
      @ForAll("days") LocalDate from,
      @ForAll @IntRange(max = 60) int n) {
    SchoolCalendar before = calendar(special);
    Map<LocalDate, SpecialDay> more = new HashMap<>(special);
    more.put(closed, SpecialDay.closed(closed, ClosureKind.UNEXPECTED_CLOSURE, "snow"));
    SchoolCalendar after = calendar(more);

    LocalDate due = before.addSchoolDays(from, n);
    boolean counts = before.due(from, n).counted().contains(closed);

    assertThat(after.addSchoolDays(from, n))
        .isEqualTo(counts ? before.addSchoolDays(due, 1) : due)
        .isAfterOrEqualTo(due);
  }

  @Property
  void aWindowHoldsExactlyItsSchoolWeeksWhereverTheCalendarHasThem(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(min = 1, max = 20) int weeks) {
    Window window = calendar.window(day, weeks);

    List<LocalDate> schoolWeeks = schoolWeeks(calendar, window.first(), window.last());
    assertThat(window.first().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(window.last().getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    assertThat(schoolWeeks).hasSize(window.schoolWeeks());
    int known = schoolWeeks(calendar, SchoolWeek.mondayOf(FIRST), day).size();
    boolean weekStillToOpen =
        schoolWeeks.stream().anyMatch(monday -> opensAfter(day, monday, calendar));
    assertThat(window.schoolWeeks()).isEqualTo(Math.min(weeks, known + (weekStillToOpen ? 1 : 0)));
    assertThat(calendar.schoolWeek(day).isEmpty() || window.contains(day)).isTrue();
  }

  @Property
  void addingSchoolWeeksLandsInTheNthSchoolWeekAfter(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(min = 1, max = 8) int n) {
    LocalDate later = calendar.addSchoolWeeks(day, n);

    LocalDate nextMonday = SchoolWeek.mondayOf(day).plusWeeks(1);
    assertThat(schoolWeeks(calendar, nextMonday, SchoolWeek.mondayOf(later).plusDays(6)))
        .hasSize(n);
    assertThat(later.getDayOfWeek()).isEqualTo(day.getDayOfWeek());
  }

  @Property
  void aCalendarDayDeadlineIsNeverLateAndNeverBeforeItsStart(
      @ForAll("calendars") SchoolCalendar calendar,
      @ForAll("days") LocalDate from,
      @ForAll @IntRange(max = 40) int n) {
    LocalDate due = calendar.dueInCalendarDays(from, n);

    assertThat(due).isBetween(from, from.plusDays(n));
    assertThat(due.isEqual(from.plusDays(n)) || calendar.isSchoolDay(due)).isTrue();
    assertThat(due.plusDays(1).datesUntil(from.plusDays(n + 1)).noneMatch(calendar::isSchoolDay))
        .isTrue();
  }

  @Property
  void addingThenCountingWorkingDaysGivesWhatWasAdded(
      @ForAll("days") LocalDate day, @ForAll @IntRange(max = 40) int n) {
    assertThat(WorkingDays.between(day, WorkingDays.add(day, n))).isEqualTo(n);
  }

  @Property
  void anyTimeOfDayInEnglandIsThatDay(@ForAll("days") LocalDate day, @ForAll LocalTime time) {
    assertThat(SchoolCalendar.dayOf(day.atTime(time).atZone(SchoolCalendar.ZONE).toInstant()))
        .isEqualTo(day);
  }

  @Property
  void aTermIsItsHalfTermsAndTheHolidayBetween(
      @ForAll("calendars") SchoolCalendar calendar, @ForAll("days") LocalDate day) {
    boolean inTermTime = calendar.isSchoolDay(day) && calendar.specialDay(day).isEmpty();

    assertThat(!inTermTime || calendar.halfTermOf(day).isPresent()).isTrue();
    assertThat(calendar.halfTermOf(day).isEmpty() || calendar.termOf(day).isPresent()).isTrue();
  }

  @Provide
  Arbitrary<SchoolCalendar> calendars() {
    return specialDays().map(SchoolCalendarPropertiesTest::calendar);
  }

  @Provide
  Arbitrary<Map<LocalDate, SpecialDay>> specialDays() {
    Arbitrary<LocalDate> anyDay = daysUpTo(LAST_SCHOOL_DAY);
    Arbitrary<SpecialDay> specialDay =
        Combinators.combine(
                anyDay,
                Arbitraries.of(true, false),
                Arbitraries.of(true, false),
                Arbitraries.of(ClosureKind.class))
            .as((day, am, pm, kind) -> new SpecialDay(day, am, pm, kind, "a reason"));
    return specialDay
        .list()
        .ofMaxSize(25)
        .map(
            days ->
                days.stream()
                    .collect(Collectors.toMap(SpecialDay::day, d -> d, (one, two) -> one)));
  }

  /** Days of the first year and a half: sixty school days on, the calendar still goes on. */
  @Provide
  Arbitrary<LocalDate> days() {
    return daysUpTo(LocalDate.of(2027, 3, 1));
  }

  private static Arbitrary<LocalDate> daysUpTo(LocalDate last) {
    return Arbitraries.longs()
        .between(FIRST.toEpochDay(), last.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static SchoolCalendar calendar(Map<LocalDate, SpecialDay> special) {
    return SomeSchool.calendar(TERMS, special.values());
  }

  private static List<LocalDate> schoolWeeks(
      SchoolCalendar calendar, LocalDate first, LocalDate last) {
    return first
        .datesUntil(last.plusDays(1))
        .filter(calendar::covers)
        .filter(calendar::isSchoolDay)
        .map(SchoolWeek::mondayOf)
        .distinct()
        .toList();
  }

  private static boolean opensAfter(LocalDate day, LocalDate monday, SchoolCalendar calendar) {
    return monday
        .datesUntil(monday.plusDays(7))
        .filter(calendar::isSchoolDay)
        .allMatch(open -> open.isAfter(day));
  }
}

package uk.attendance.school;

import static java.time.LocalDate.parse;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Calendars of made-up schools for tests. */
final class SomeSchool {
  static final SchoolId ID = new SchoolId("some-school");

  static final List<Period> TERMS =
      List.of(
          Period.term("Autumn term", parse("2025-09-01"), parse("2025-12-19")),
          Period.halfTerm("Autumn 1", parse("2025-09-01"), parse("2025-10-24")),
          Period.halfTerm("Autumn 2", parse("2025-11-03"), parse("2025-12-19")),
          Period.term("Spring term", parse("2026-01-05"), parse("2026-03-27")),
          Period.halfTerm("Spring 1", parse("2026-01-05"), parse("2026-02-13")),
          Period.halfTerm("Spring 2", parse("2026-02-23"), parse("2026-03-27")),
          Period.term("Summer term", parse("2026-04-13"), parse("2026-07-21")),
          Period.halfTerm("Summer 1", parse("2026-04-13"), parse("2026-05-22")),
          Period.halfTerm("Summer 2", parse("2026-06-01"), parse("2026-07-21")),
          Period.term("Autumn term", parse("2026-09-01"), parse("2026-12-18")),
          Period.halfTerm("Autumn 1", parse("2026-09-01"), parse("2026-10-23")),
          Period.halfTerm("Autumn 2", parse("2026-11-02"), parse("2026-12-18")),
          Period.term("Spring term", parse("2027-01-04"), parse("2027-03-25")),
          Period.halfTerm("Spring 1", parse("2027-01-04"), parse("2027-02-12")),
          Period.halfTerm("Spring 2", parse("2027-02-22"), parse("2027-03-25")),
          Period.term("Summer term", parse("2027-04-12"), parse("2027-07-20")));

  static final List<SpecialDay> INSET_DAYS =
      List.of(
          inset("2025-09-01"),
          inset("2025-11-07"),
          inset("2026-01-05"),
          inset("2026-06-01"),
          inset("2026-09-01"));

  static final SchoolCalendar CALENDAR = calendar(TERMS, INSET_DAYS);

  static final CalendarPlan PLAN = new CalendarPlan(TERMS, INSET_DAYS);

  static final School SCHOOL =
      new School(ID, null, "Some School", "some-pack", null, "Some Council", true);

  private SomeSchool() {}

  static SchoolCalendar calendar(List<Period> terms, Collection<SpecialDay> specialDays) {
    return SchoolCalendar.of(ID, new CalendarPlan(terms, List.copyOf(specialDays)));
  }

  static LocalDate day(String iso) {
    return parse(iso);
  }

  static SpecialDay inset(String iso) {
    return SpecialDay.closed(parse(iso), ClosureKind.INSET_DAY, "INSET day");
  }
}

package uk.attendance.register;

import static java.time.LocalDate.parse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Session;
import uk.attendance.school.SpecialDay;

/** One pupil's marks in a made-up school of two years, and the figures they come to. */
final class MadeUpMarks {

  static final CalendarPlan PLAN =
      new CalendarPlan(
          List.of(
              Period.term("Autumn 2024", parse("2024-09-02"), parse("2024-12-20")),
              Period.halfTerm("Autumn 2024, 1", parse("2024-09-02"), parse("2024-10-25")),
              Period.halfTerm("Autumn 2024, 2", parse("2024-11-04"), parse("2024-12-20")),
              Period.term("Spring 2025", parse("2025-01-06"), parse("2025-04-04")),
              Period.halfTerm("Spring 2025, 1", parse("2025-01-06"), parse("2025-02-14")),
              Period.halfTerm("Spring 2025, 2", parse("2025-02-24"), parse("2025-04-04")),
              Period.term("Summer 2025", parse("2025-04-22"), parse("2025-07-22")),
              Period.halfTerm("Summer 2025, 1", parse("2025-04-22"), parse("2025-05-23")),
              Period.halfTerm("Summer 2025, 2", parse("2025-06-02"), parse("2025-07-22")),
              Period.term("Autumn 2025", parse("2025-09-01"), parse("2025-12-19")),
              Period.halfTerm("Autumn 2025, 1", parse("2025-09-01"), parse("2025-10-24")),
              Period.halfTerm("Autumn 2025, 2", parse("2025-11-03"), parse("2025-12-19")),
              Period.term("Spring 2026", parse("2026-01-05"), parse("2026-03-27")),
              Period.halfTerm("Spring 2026, 1", parse("2026-01-05"), parse("2026-02-13")),
              Period.halfTerm("Spring 2026, 2", parse("2026-02-23"), parse("2026-03-27"))),
          List.of(
              SpecialDay.closed(parse("2025-11-07"), ClosureKind.INSET_DAY, "INSET day"),
              SpecialDay.closed(
                  parse("2025-11-12"), ClosureKind.UNEXPECTED_CLOSURE, "boiler failed")));

  static final SchoolCalendar CALENDAR = SchoolCalendar.of(new SchoolId("oak"), PLAN);
  static final SchoolYear YEAR = CALENDAR.schoolYear(parse("2025-09-01"));
  static final FigureRules RULES = FigureRules.of(PolicyPacks.bundled().national());

  private final Map<LocalDate, Map<Session, String>> marks = new TreeMap<>();

  static Figures none() {
    return new MadeUpMarks().mark("2025-09-02", "#", "#").figures();
  }

  /** Both sessions of every school day from one to the other. */
  MadeUpMarks present(String from, String to) {
    return each(from, to, "/", "\\");
  }

  MadeUpMarks each(String from, String to, String am, String pm) {
    CALENDAR.schoolDays(parse(from), parse(to)).forEach(day -> mark(day.toString(), am, pm));
    return this;
  }

  /** An empty code is a session without a mark. */
  MadeUpMarks mark(String day, String am, String pm) {
    Map<Session, String> sessions = new TreeMap<>();
    if (!am.isEmpty()) {
      sessions.put(Session.AM, am);
    }
    if (!pm.isEmpty()) {
      sessions.put(Session.PM, pm);
    }
    marks.put(parse(day), sessions);
    return this;
  }

  MadeUpMarks mark(LocalDate day, Session session, String code) {
    marks.computeIfAbsent(day, any -> new TreeMap<>()).put(session, code);
    return this;
  }

  interface EachMark {
    void mark(LocalDate day, Session session, String code);
  }

  void forEach(EachMark each) {
    marks.forEach(
        (day, sessions) -> sessions.forEach((session, code) -> each.mark(day, session, code)));
  }

  LocalDate first() {
    return marks.keySet().stream().min(LocalDate::compareTo).orElseThrow();
  }

  LocalDate last() {
    return marks.keySet().stream().max(LocalDate::compareTo).orElseThrow();
  }

  Figures figures() {
    return figures(RULES);
  }

  Figures figures(FigureRules rules) {
    return counted(rules).orElseThrow();
  }

  /** Empty when no mark stands in the school year. */
  Optional<Figures> maybeFigures() {
    return counted(RULES);
  }

  private Optional<Figures> counted(FigureRules rules) {
    FigureCount count = new FigureCount(rules, CALENDAR, YEAR);
    LocalDate from = FigureCount.firstDay(rules, CALENDAR, YEAR);
    forEach(
        (day, session, code) -> {
          if (!day.isBefore(from)) {
            count.add(day, session, code);
          }
        });
    return count.figures();
  }
}

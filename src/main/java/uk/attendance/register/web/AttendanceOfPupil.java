package uk.attendance.register.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.register.KeptFigures;
import uk.attendance.register.Marks;
import uk.attendance.register.MarksByHand;
import uk.attendance.register.PlannedMarks;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Session;

/** One pupil's marks and figures of a school year, ready to be shown. */
@Component
class AttendanceOfPupil {

  private final Marks marks;
  private final PlannedMarks planned;
  private final KeptFigures kept;
  private final MarksByHand byHand;
  private final SchoolRules rules;

  AttendanceOfPupil(
      Marks marks, PlannedMarks planned, KeptFigures kept, MarksByHand byHand, SchoolRules rules) {
    this.marks = marks;
    this.planned = planned;
    this.kept = kept;
    this.byHand = byHand;
    this.rules = rules;
  }

  YearOfMarks year(Pupil pupil, SchoolYear year, Scope scope) {
    boolean anyDay = mayPlan(pupil, scope);
    boolean today = mayEnterToday(pupil, scope);
    return new DrawingYears(
            pupil,
            rules.calendar(pupil.school()),
            rules.pack(pupil.school()).codes(),
            rules.today(),
            day -> anyDay || (today && day.equals(rules.today())))
        .draw(
            year,
            marks.of(pupil.id(), year.first(), year.last(), scope),
            planned.of(pupil.id(), year.first(), year.last(), scope));
  }

  Optional<FiguresShown> figures(Pupil pupil, SchoolYear year, Scope scope) {
    return kept.of(pupil.id(), year, scope)
        .map(figures -> FiguresShown.of(figures, rules.pack(pupil.school())));
  }

  /** Whether to offer planning, and correcting the marks of any day. */
  boolean mayPlan(Pupil pupil, Scope scope) {
    return byHand.mayPlan(pupil.school(), scope);
  }

  private boolean mayEnterToday(Pupil pupil, Scope scope) {
    return byHand.mayEnter(pupil.id(), rules.today(), scope);
  }

  /** The sessions of today that the person may mark. */
  List<Session> openToday(Pupil pupil, Scope scope) {
    LocalDate today = rules.today();
    SchoolCalendar calendar = rules.calendar(pupil.school());
    return calendar.covers(today) && pupil.isOnRoll(today) && mayEnterToday(pupil, scope)
        ? Stream.of(Session.values()).filter(session -> calendar.isOpen(today, session)).toList()
        : List.of();
  }
}

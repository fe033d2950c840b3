package uk.attendance.school;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A change that somebody wants to make to a calendar.
 *
 * @param what one sentence, kept with the calendar and shown to whoever wonders later
 * @param first the first day that may differ afterwards
 * @param last the last day that may differ afterwards
 */
public record CalendarEdit(
    String what, LocalDate first, LocalDate last, UnaryOperator<CalendarPlan> change) {

  /** Closes the sessions of one day; a session that is closed already stays so. */
  public static CalendarEdit close(
      SchoolCalendar calendar,
      LocalDate day,
      Set<Session> sessions,
      ClosureKind kind,
      String reason) {
    boolean am = calendar.isOpen(day, Session.AM) && !sessions.contains(Session.AM);
    boolean pm = calendar.isOpen(day, Session.PM) && !sessions.contains(Session.PM);
    String part = am ? " in the afternoon" : pm ? " in the morning" : "";
    return new CalendarEdit(
        "Closed %s%s, %s: %s".formatted(DayWords.full(day), part, kind.words(), reason),
        day,
        day,
        plan -> plan.with(new SpecialDay(day, am, pm, kind, reason)));
  }

  /** Takes back what the school decided about one day. */
  public static CalendarEdit asInTerms(LocalDate day) {
    return new CalendarEdit(
        DayWords.full(day) + " again as in the terms", day, day, plan -> plan.asInTerms(day));
  }
}

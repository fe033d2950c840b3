package uk.attendance.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.CorrectingMarks.Correction;
import uk.attendance.register.MarksByHand.Subject;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/**
 * Settles the marks of an absence by what a person said or decided in a case; that they may is
 * checked where they did. Each change is an amendment by that person (NF-R4). Joins the running
 * transaction.
 */
@Component
public class SettlingMarks {

  private static final int REASON = 400;
  private static final int PLANNED_REASON = 380;

  private final MarksByHand byHand;
  private final CorrectingMarks correcting;
  private final PlannedMarks planned;
  private final Marks marks;
  private final CodesOffered codes;
  private final SchoolLock lock;
  private final Calendars calendars;
  private final Clock clock;

  SettlingMarks(
      MarksByHand byHand,
      CorrectingMarks correcting,
      PlannedMarks planned,
      Marks marks,
      CodesOffered codes,
      SchoolLock lock,
      Calendars calendars,
      Clock clock) {
    this.byHand = byHand;
    this.correcting = correcting;
    this.planned = planned;
    this.marks = marks;
    this.codes = codes;
    this.lock = lock;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** Half a day of a pupil. */
  public record Half(LocalDate day, Session session) {}

  /**
   * Gives sessions a code.
   *
   * @param code present is {@code /} whatever the session
   * @throws MarkRefused when the code cannot stand in the register on one of the days
   */
  public void settle(
      PupilId pupil,
      SchoolId school,
      Collection<Half> sessions,
      String code,
      String reason,
      Author by) {
    if (sessions.isEmpty()) {
      return;
    }
    Subject subject = byHand.subject(pupil, school);
    for (Half half : sessions) {
      correcting.correct(
          new Correction(
              pupil,
              half.day(),
              half.session(),
              Marks.normal(code, half.session()),
              "",
              cut(reason, REASON)),
          subject,
          by);
    }
  }

  /**
   * Plans a code for the open sessions of these days that have no mark yet.
   *
   * @return the sessions planned; none where the code is not one that can be planned
   */
  public List<Half> plan(
      PupilId pupil,
      SchoolId school,
      LocalDate first,
      LocalDate last,
      String code,
      String reason,
      Author by) {
    Subject subject = byHand.subject(pupil, school);
    if (codes.forPlans(first, school).stream().noneMatch(one -> one.code().equals(code))) {
      return List.of();
    }
    lock.hold(school);
    SchoolCalendar calendar = calendars.of(school);
    List<Mark> held = marks.of(pupil, first, last, Scope.ofTheSystem(school));
    List<Half> ahead =
        first
            .datesUntil(last.plusDays(1))
            .filter(day -> calendar.covers(day) && subject.roll().isOn(day))
            .flatMap(
                day ->
                    EnumSet.allOf(Session.class).stream()
                        .filter(session -> calendar.isOpen(day, session))
                        .map(session -> new Half(day, session)))
            .filter(
                half ->
                    held.stream()
                        .noneMatch(
                            mark ->
                                mark.day().equals(half.day()) && mark.session() == half.session()))
            .toList();
    planned.save(
        school,
        ahead.stream()
            .map(
                half ->
                    new PlannedMark(
                        pupil, half.day(), half.session(), code, cut(reason, PLANNED_REASON), by))
            .toList(),
        clock.instant());
    return ahead;
  }

  /** Takes back what was planned for a session that has no mark yet. */
  public void unplan(PupilId pupil, Half half) {
    planned.remove(pupil, half.day(), half.day(), EnumSet.of(half.session()));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}

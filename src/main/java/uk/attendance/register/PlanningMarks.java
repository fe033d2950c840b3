package uk.attendance.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.CorrectingMarks.Correction;
import uk.attendance.register.MarksByHand.Subject;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/**
 * Enters an absence that is known beforehand: an appointment, leave that was granted. Where today's
 * mark already reports the absence without a reason, it is settled at once.
 */
@Component
public class PlanningMarks {

  private static final int REASON = 380;

  private final MarksByHand byHand;
  private final Marks marks;
  private final PlannedMarks planned;
  private final CorrectingMarks correcting;
  private final CodesOffered codes;
  private final Calendars calendars;
  private final SchoolLock lock;
  private final Clock clock;
  private final TransactionTemplate transaction;

  PlanningMarks(
      MarksByHand byHand,
      Marks marks,
      PlannedMarks planned,
      CorrectingMarks correcting,
      CodesOffered codes,
      Calendars calendars,
      SchoolLock lock,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.byHand = byHand;
    this.marks = marks;
    this.planned = planned;
    this.correcting = correcting;
    this.codes = codes;
    this.calendars = calendars;
    this.lock = lock;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * @param last last day, included
   */
  public record Plan(
      PupilId pupil,
      LocalDate first,
      LocalDate last,
      Set<Session> sessions,
      String code,
      String reason) {}

  /**
   * What became of a plan, in sessions.
   *
   * @param planned will be taken when a file reports the absence
   * @param settled already reported without a reason, now settled
   * @param marked already have another mark, which stays
   * @param closed the school is closed
   */
  public record Outcome(int planned, int settled, int marked, int closed) {}

  /**
   * @throws MarkRefused when the plan makes no sense, with a sentence for the person
   */
  public Outcome plan(Plan plan, Author by, Scope scope) {
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    if (plan.first().isBefore(today)) {
      throw new MarkRefused(
          "A plan begins today or later; marks of earlier days are corrected one by one.");
    }
    return explain(plan, by, scope);
  }

  /**
   * As {@link #plan}, on any days: an absence whose reason became known, before or after its marks
   * came in. Marks of any day that await a reason are settled at once; a session that has no mark
   * yet takes the code when a file reports the absence.
   *
   * @throws MarkRefused when it makes no sense, with a sentence for the person
   */
  public Outcome explain(Plan plan, Author by, Scope scope) {
    Subject subject = byHand.plan(plan.pupil(), scope);
    refuseNonsense(plan, subject);
    Outcome outcome =
        transaction.execute(
            status -> {
              lock.hold(subject.school());
              return plan(plan, subject, by, scope);
            });
    return Optional.ofNullable(outcome).orElseThrow();
  }

  private void refuseNonsense(Plan plan, Subject subject) {
    if (plan.last().isBefore(plan.first())) {
      throw new MarkRefused("The last day lies before the first.");
    }
    if (plan.sessions().isEmpty()) {
      throw new MarkRefused("Say which sessions: mornings, afternoons or both.");
    }
    if (plan.reason().isBlank() || plan.reason().length() > REASON) {
      throw new MarkRefused("Say why, in at most %d characters.".formatted(REASON));
    }
    if (codes.forPlans(plan.first(), subject.school()).stream()
        .noneMatch(code -> code.code().equals(plan.code()))) {
      throw new MarkRefused("“%s” is no code that can be planned.".formatted(plan.code()));
    }
    SchoolCalendar calendar = calendars.of(subject.school());
    if (!calendar.covers(plan.first()) || !calendar.covers(plan.last())) {
      throw new MarkRefused(
          "The school's calendar does not know these days: enter the terms of that school year first.");
    }
    if (!subject.roll().isOn(plan.first()) || !subject.roll().isOn(plan.last())) {
      throw new MarkRefused("The pupil is not on roll on all of these days.");
    }
  }

  private Outcome plan(Plan plan, Subject subject, Author by, Scope scope) {
    SchoolCalendar calendar = calendars.of(subject.school());
    List<PlannedMark> ahead = new ArrayList<>();
    int settled = 0;
    int marked = 0;
    int closed = 0;
    List<LocalDate> days = plan.first().datesUntil(plan.last().plusDays(1)).toList();
    for (LocalDate day : days) {
      for (Session session : plan.sessions()) {
        Optional<Mark> held = marks.of(plan.pupil(), day, session, scope);
        if (!calendar.isOpen(day, session)) {
          closed += calendar.closedDay(day).isPresent() || calendar.isSchoolDay(day) ? 1 : 0;
        } else if (held.isEmpty()) {
          ahead.add(
              new PlannedMark(plan.pupil(), day, session, plan.code(), plan.reason().strip(), by));
        } else if (correcting.awaitsReason(held.get(), subject.school())) {
          settled++;
          correcting.correct(
              new Correction(plan.pupil(), day, session, plan.code(), "", plan.reason().strip()),
              subject,
              by);
        } else {
          marked++;
        }
      }
    }
    planned.save(subject.school(), ahead, clock.instant());
    return new Outcome(ahead.size(), settled, marked, closed);
  }

  /**
   * Withdraws what is planned from today on; marks that were taken from a plan stay.
   *
   * @return sessions withdrawn
   */
  public int withdraw(
      PupilId pupil, LocalDate first, LocalDate last, Set<Session> sessions, Scope scope) {
    byHand.plan(pupil, scope);
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    return planned.remove(pupil, first.isBefore(today) ? today : first, last, sessions);
  }
}

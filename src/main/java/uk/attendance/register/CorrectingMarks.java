package uk.attendance.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Amendments.Change;
import uk.attendance.register.Checked.Rejected;
import uk.attendance.register.Checked.Taken;
import uk.attendance.register.FileRow.Cell;
import uk.attendance.register.MarksByHand.Subject;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** A person enters a missing mark or corrects one (NF-R4). */
@Component
public class CorrectingMarks {

  private static final String MISSING = "No mark had been entered.";
  private static final int REASON = 400;

  private final MarksByHand byHand;
  private final MarkChecks checks;
  private final Amendments amendments;
  private final CodesToEnter toEnter;
  private final SchoolLock lock;
  private final Marks marks;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final TransactionTemplate transaction;

  CorrectingMarks(
      MarksByHand byHand,
      MarkChecks checks,
      Amendments amendments,
      CodesToEnter toEnter,
      SchoolLock lock,
      Marks marks,
      ApplicationEventPublisher events,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.byHand = byHand;
    this.checks = checks;
    this.amendments = amendments;
    this.toEnter = toEnter;
    this.lock = lock;
    this.marks = marks;
    this.events = events;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * What is to stand in the register from now on.
   *
   * @param code {@link Marks#NONE} takes the mark back
   * @param minutesLate as written; may be empty
   * @param reason why; may be empty where there was no mark
   */
  public record Correction(
      PupilId pupil,
      LocalDate day,
      Session session,
      String code,
      String minutesLate,
      String reason) {}

  /**
   * @return whether anything changed
   * @throws MarkRefused when the mark cannot stand in the register, or a reason is missing
   */
  public boolean correct(Correction correction, Author by, Scope scope) {
    Subject subject = byHand.enter(correction.pupil(), correction.day(), scope);
    return Boolean.TRUE.equals(transaction.execute(status -> correct(correction, subject, by)));
  }

  /** Within a transaction, once it is known that the person may. */
  boolean correct(Correction correction, Subject subject, Author by) {
    StagedMark wanted = check(correction, subject);
    lock.hold(subject.school());
    Optional<Mark> held = marks.held(wanted);
    String was = held.map(Mark::code).orElse(Marks.NONE);
    boolean same =
        was.equals(wanted.code())
            && (wanted.minutesLate() == null
                || wanted.minutesLate().equals(held.map(Mark::minutesLate).orElse(null)));
    if (same && held.map(mark -> mark.decidedHere() == wanted.settled()).orElse(true)) {
      return false;
    }
    Instant now = clock.instant();
    if (!was.equals(wanted.code())) {
      Change change =
          new Change(
              correction.pupil(),
              wanted.day(),
              wanted.session(),
              was,
              wanted.code(),
              reason(correction, was),
              by);
      amendments.append(subject.school(), List.of(change), now, null);
    }
    marks.write(wanted, subject.school(), now);
    toEnter.decided(wanted, subject.school(), now);
    events.publishEvent(
        new MarksRecorded(
            null, subject.school(), Set.of(subject.pupil()), wanted.day(), wanted.day()));
    return true;
  }

  /** Whether the mark still waits for its reason. */
  boolean awaitsReason(Mark mark, SchoolId school) {
    return checks.awaitsReason(mark, school);
  }

  private StagedMark check(Correction correction, Subject subject) {
    Cell cell =
        new Cell(
            "",
            0,
            correction.session().name(),
            correction.code(),
            correction.minutesLate().strip(),
            "",
            "");
    Checked checked =
        checks
            .at(subject.school(), clock.instant())
            .check(0, cell, subject.roll(), correction.day());
    if (checked instanceof Taken taken) {
      return taken.mark();
    }
    throw new MarkRefused(
        checked instanceof Rejected rejected
            ? rejected.reason()
            : "There can be no mark for this session, so there is none to take back.");
  }

  private static String reason(Correction correction, String was) {
    String reason = correction.reason().strip();
    if (reason.isEmpty() && !was.equals(Marks.NONE)) {
      throw new MarkRefused("Say why the mark is changed: it is kept with the amendment.");
    }
    if (reason.length() > REASON) {
      throw new MarkRefused("The reason is longer than %d characters.".formatted(REASON));
    }
    return reason.isEmpty() ? MISSING : reason;
  }
}

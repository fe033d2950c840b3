package uk.attendance.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.Moment;
import uk.attendance.policy.Unit;
import uk.attendance.policy.Wait;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/**
 * One deadline of a case: counted once, kept as data, moved when the calendar changes or a hold is
 * released.
 *
 * @param element the task's key
 * @param from the day counting starts after
 * @param unit as packs write it; {@link #FIXED} where no calendar moves it
 * @param at the first instant that is too late
 * @param on the due day; it counts whole
 */
public record CaseDeadline(
    long id,
    CaseId caseId,
    SchoolId school,
    String element,
    @Nullable TaskId task,
    Instant openedAt,
    LocalDate from,
    int amount,
    String unit,
    boolean backwards,
    Instant at,
    LocalDate on,
    int schoolDays,
    List<ClosedDay> skipped,
    DeadlineState state,
    @Nullable Instant closedAt) {

  static final String FIXED = "fixed";

  /** As a heading: "Telephone parents". */
  public String what() {
    String words = element.replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Whether it runs in minutes or hours, and no day is counted. */
  public boolean isByTheClock() {
    return unit.equals(Unit.MINUTES.key()) || unit.equals(Unit.HOURS.key());
  }

  /** How it was counted; null where no calendar moves it. */
  @Nullable Wait counted() {
    return unit.equals(FIXED)
        ? null
        : new Wait(
            amount,
            Unit.valueOf(unit.toUpperCase(Locale.ROOT).replace('-', '_')),
            backwards ? Moment.MEETING : Moment.TASK_OPENED,
            backwards);
  }

  /** The same deadline in another calendar; empty where no calendar moves it. */
  Optional<DueDate> in(SchoolCalendar calendar) {
    return isByTheClock()
        ? Optional.empty()
        : Optional.ofNullable(counted())
            .map(wait -> new Counting(calendar).due(wait, openedAt, from));
  }
}

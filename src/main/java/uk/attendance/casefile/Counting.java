package uk.attendance.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.Moment;
import uk.attendance.policy.Unit;
import uk.attendance.policy.Wait;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.OutsideCalendar;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.WorkingDays;

/** Counts a pack's waits in one school's calendar. */
record Counting(SchoolCalendar calendar) {

  /**
   * @param now for waits of minutes and hours
   * @param from the day that all other waits are counted from
   */
  DueDate due(Wait wait, Instant now, LocalDate from) {
    if (wait.unit() == Unit.MINUTES || wait.unit() == Unit.HOURS) {
      Duration length =
          wait.unit() == Unit.MINUTES
              ? Duration.ofMinutes(wait.amount())
              : Duration.ofHours(wait.amount());
      return of(wait, now.plus(length), SchoolCalendar.dayOf(now));
    }
    return of(wait, DueDate.endOf(day(wait, from)), from);
  }

  /** The due date that falls on a day, however it came about. */
  DueDate of(@Nullable Wait wait, Instant at, LocalDate from) {
    LocalDate on = DueDate.onOf(at);
    if (on.isBefore(from) || !calendar.covers(from) || !calendar.covers(on)) {
      return new DueDate(at, on, from, wait, 0, List.of());
    }
    return new DueDate(at, on, from, wait, calendar.schoolDaysBetween(from, on), skipped(from, on));
  }

  /** School days from one day to a later one; working days where the calendar ends before. */
  int schoolDays(LocalDate from, LocalDate to) {
    return calendar.covers(from) && calendar.covers(to)
        ? calendar.schoolDaysBetween(from, to)
        : WorkingDays.between(from, to);
  }

  private List<ClosedDay> skipped(LocalDate from, LocalDate to) {
    return from.plusDays(1)
        .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
        .flatMap(day -> calendar.closedDay(day).stream())
        .toList();
  }

  private LocalDate day(Wait wait, LocalDate from) {
    int n = wait.amount();
    if (wait.before()) {
      return before(wait, from);
    }
    return switch (wait.unit()) {
      case SCHOOL_DAYS -> schoolDay(from, n);
      case WORKING_DAYS -> WorkingDays.add(from, n);
      case CALENDAR_DAYS -> calendarDay(from, n);
      case SCHOOL_WEEKS -> schoolWeek(from, n);
      case CALENDAR_WEEKS -> from.plusWeeks(n);
      case CALENDAR_MONTHS -> from.plusMonths(n);
      case YEARS -> from.plusYears(n);
      default -> throw uncountable(wait);
    };
  }

  private LocalDate before(Wait wait, LocalDate moment) {
    int n = wait.amount();
    return switch (wait.unit()) {
      case SCHOOL_DAYS -> {
        try {
          yield calendar.subtractSchoolDays(moment, n);
        } catch (OutsideCalendar e) {
          yield workingDaysBefore(moment, n);
        }
      }
      case WORKING_DAYS -> workingDaysBefore(moment, n);
      case CALENDAR_DAYS -> moment.minusDays(n);
      case CALENDAR_WEEKS -> moment.minusWeeks(n);
      case CALENDAR_MONTHS -> moment.minusMonths(n);
      default -> throw uncountable(wait);
    };
  }

  /**
   * The same day, where the school is closed, is the next one it is open. Past the end of what the
   * calendar knows, working days are counted until somebody enters the next year.
   */
  private LocalDate schoolDay(LocalDate from, int n) {
    try {
      return n == 0 && calendar.isSchoolDay(from)
          ? from
          : calendar.addSchoolDays(from, Math.max(1, n));
    } catch (OutsideCalendar e) {
      return WorkingDays.add(from, n);
    }
  }

  private LocalDate calendarDay(LocalDate from, int n) {
    try {
      return calendar.dueInCalendarDays(from, n);
    } catch (OutsideCalendar e) {
      return from.plusDays(n);
    }
  }

  private LocalDate schoolWeek(LocalDate from, int n) {
    try {
      return calendar.addSchoolWeeks(from, n);
    } catch (OutsideCalendar e) {
      return from.plusWeeks(n);
    }
  }

  private static LocalDate workingDaysBefore(LocalDate moment, int n) {
    LocalDate day = moment;
    for (int left = n; left > 0; ) {
      day = day.minusDays(1);
      if (WorkingDays.isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  private static IllegalArgumentException uncountable(Wait wait) {
    return new IllegalArgumentException(
        "a deadline of %d %s %s; needed: minutes, hours, days, weeks, months or years"
            .formatted(
                wait.amount(),
                wait.unit().key(),
                wait.moment() == Moment.TASK_OPENED
                    ? "from when the task opens"
                    : "from " + wait.moment().words()));
  }
}

package uk.attendance.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.Wait;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.SchoolCalendar;

/**
 * When something is due, and how that was counted.
 *
 * @param at the first instant that is too late: midnight after the due day, or the minute itself
 * @param on the due day; it counts whole
 * @param from the day counting starts after
 * @param counted how it was counted; null for a day that no calendar moves
 * @param schoolDays school days from there to the due day
 * @param skipped the Mondays to Fridays between that were not counted, with reasons
 */
public record DueDate(
    Instant at,
    LocalDate on,
    LocalDate from,
    @Nullable Wait counted,
    int schoolDays,
    List<ClosedDay> skipped) {

  public DueDate {
    skipped = List.copyOf(skipped);
  }

  /** The first instant after a day. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(SchoolCalendar.ZONE).toInstant();
  }

  /** The due day of an instant: the day before where it is midnight. */
  public static LocalDate onOf(Instant at) {
    return SchoolCalendar.dayOf(at.minusNanos(1));
  }
}

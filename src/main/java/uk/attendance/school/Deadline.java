package uk.attendance.school;

import java.time.LocalDate;
import java.util.List;

/**
 * A deadline counted in school days, with what was counted and what was not, so that it can be
 * shown and proved later.
 *
 * @param from the day counting starts after
 * @param counted the school days counted; the last of them is the due day
 * @param skipped the Mondays to Fridays between that were not counted, with reasons
 */
public record Deadline(
    LocalDate from, LocalDate due, List<LocalDate> counted, List<ClosedDay> skipped) {

  public Deadline {
    counted = List.copyOf(counted);
    skipped = List.copyOf(skipped);
  }

  /** In school days. */
  public int schoolDays() {
    return counted.size();
  }
}

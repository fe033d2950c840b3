package uk.attendance.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Where the demonstration stands.
 *
 * @param world what was made up when it was first loaded
 * @param morning the day that its clock shows
 * @param minutes how long after half past nine
 */
record Standing(World world, LocalDate morning, int minutes) {

  Instant now() {
    return DemoClock.morningOf(morning).plus(Duration.ofMinutes(minutes));
  }
}

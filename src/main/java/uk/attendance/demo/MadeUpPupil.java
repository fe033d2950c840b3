package uk.attendance.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A child who does not exist.
 *
 * @param cohort the calendar year of the oldest births of the year group
 * @param place the place within the cohort, from 0
 * @param chance everything that happens to the pupil follows from it
 */
record MadeUpPupil(
    String admissionNo,
    String upn,
    String firstName,
    String lastName,
    String preferredName,
    LocalDate dob,
    int cohort,
    int place,
    LocalDate entry,
    @Nullable LocalDate leaving,
    MadeUpFamily family,
    Needs needs,
    Chance chance) {

  /** Flags of pupils.csv. */
  record Needs(
      boolean sen,
      boolean ehcp,
      boolean lookedAfter,
      boolean previouslyLookedAfter,
      boolean socialWorker,
      boolean previouslySocialWorker,
      boolean protectionPlan,
      boolean youthJustice) {}

  boolean onRoll(LocalDate date) {
    return !date.isBefore(entry) && (leaving == null || !date.isAfter(leaving));
  }
}

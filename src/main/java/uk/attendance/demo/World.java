package uk.attendance.demo;

import java.time.LocalDate;

/**
 * Everything made up follows from these two.
 *
 * @param seed another seed is another population
 * @param anchor the day on which the demonstration was first loaded; its history ends there
 */
record World(long seed, LocalDate anchor) {

  private static final long SEED = 20260901;

  static World on(LocalDate anchor) {
    return new World(SEED, anchor);
  }

  /** The first day that has marks: a year before the first loading. */
  LocalDate firstDay() {
    return anchor.minusYears(1);
  }

  Chance chance(MadeUpSchool school) {
    return new Chance(seed).of(school.id());
  }
}

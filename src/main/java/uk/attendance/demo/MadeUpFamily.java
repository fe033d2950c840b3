package uk.attendance.demo;

import java.util.List;

/**
 * Children of one household at one school, named after the place of the eldest in the school.
 *
 * @param id as pupils.csv names it
 * @param number unique within a school; telephone numbers follow from it
 * @param chance everything else about the family follows from it
 */
record MadeUpFamily(String id, int number, Heritage heritage, String surname, Chance chance) {

  /** More cohorts and places than any school has; times two occupants and three contacts: 936. */
  private static final int COHORTS = 13;

  private static final int PLACES = 12;

  /** Who the children live with. */
  enum Home {
    BOTH_PARENTS,
    ONE_PARENT_OTHER_NEAR,
    ONE_PARENT,
    TWO_MOTHERS,
    TWO_FATHERS,
    GRANDPARENT
  }

  /**
   * @param cohort of the eldest child at the school
   * @param place of the eldest child within the cohort
   * @param occupant 1 for a child who took the place of one who left
   */
  static MadeUpFamily of(World world, MadeUpSchool school, int cohort, int place, int occupant) {
    Chance chance = world.chance(school).of("family").of(cohort).of(place).of(occupant);
    Heritage heritage = Heritage.by(chance.of("heritage"));
    int number = (Math.floorMod(cohort, COHORTS) * PLACES + place) * 2 + occupant;
    return new MadeUpFamily(
        "F%d%02d%d".formatted(cohort, place, occupant),
        number,
        heritage,
        chance.of("surname").oneOf(heritage.surnames()),
        chance);
  }

  Home home() {
    return Home.values()[chance.of("home").weighted(60, 21, 10, 2, 1, 3)];
  }

  /** All the children together, so that the family has one set of contacts. */
  boolean lookedAfter() {
    return chance.of("looked after").in(0.015);
  }

  /** Social care works with the whole family. */
  boolean socialWorker() {
    return chance.of("social worker").in(0.045);
  }

  /** Never all of them: a protection plan without a social worker does not exist. */
  boolean protectionPlan() {
    return socialWorker() && chance.of("protection plan").in(0.4);
  }

  String language() {
    List<String> languages = heritage.languages();
    return languages.isEmpty() || !chance.of("speaks").in(0.45)
        ? "English"
        : chance.of("language").oneOf(languages);
  }
}

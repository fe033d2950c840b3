package uk.attendance.demo;

/**
 * How often a pupil is away and late, on the whole.
 *
 * @param illness how easily the pupil falls ill; 1 is usual
 * @param slow the family is hard to reach: reasons come late or never
 */
record Tendency(Kind kind, double illness, boolean late, boolean slow) {

  enum Kind {
    STEADY,
    /** About a fifth of pupils miss a tenth or more. */
    PERSISTENT,
    /** A few miss half or more. */
    SEVERE
  }

  static Tendency of(MadeUpSchool school, MadeUpPupil pupil) {
    Chance family = pupil.family().chance().of("tendency");
    Chance own = pupil.chance().of("tendency");
    boolean persistent =
        family.of("persistent").in(0.09) || own.of("persistent").in(persistent(school));
    boolean severe = own.of("severe").in(school.special() ? 0.06 : 0.03);
    return new Tendency(
        severe ? Kind.SEVERE : persistent ? Kind.PERSISTENT : Kind.STEADY,
        0.3 + 1.4 * own.of("illness").share(),
        own.of("late").in(0.07),
        family.of("slow").in(persistent ? 0.3 : 0.04));
  }

  /** More at secondary schools than at primary schools, most at special schools. */
  private static double persistent(MadeUpSchool school) {
    return school.special() ? 0.3 : school.lastYear() > 6 ? 0.17 : 0.11;
  }

  boolean persistent() {
    return kind == Kind.PERSISTENT;
  }
}

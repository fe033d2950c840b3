package uk.attendance.policy;

/**
 * When an import stops and asks a person: it would change or blank too many marks, or contact too
 * many families. Below the least numbers it goes through, so that a small school can work.
 */
public record ImportBrakes(
    Percent changedAtMost,
    Percent blankedAtMost,
    int marksAtLeast,
    Percent familiesAtMost,
    int familiesAtLeast,
    Percent peopleAtMost,
    int peopleAtLeast) {

  static ImportBrakes of(Settings settings) {
    return new ImportBrakes(
        settings.percent("imports.changed-marks-at-most"),
        settings.percent("imports.blanked-marks-at-most"),
        settings.count("imports.marks-brake-at-least"),
        settings.percent("imports.families-to-contact-at-most"),
        settings.count("imports.families-brake-at-least"),
        settings.percent("imports.changed-people-at-most"),
        settings.count("imports.people-brake-at-least"));
  }

  /** Of the marks already held for the days of the file. */
  public boolean stopsAtChanged(long changed, long held) {
    return stops(changed, held, marksAtLeast, changedAtMost);
  }

  /** Of the marks already held for the days of the file. */
  public boolean stopsAtBlanked(long blanked, long held) {
    return stops(blanked, held, marksAtLeast, blankedAtMost);
  }

  /** Of the families of the school. */
  public boolean stopsAtFamilies(long toContact, long families) {
    return stops(toContact, families, familiesAtLeast, familiesAtMost);
  }

  /**
   * Of the pupils or contacts already held, by a file that nobody looked at first. Where none is
   * held yet, somebody looks at the first file.
   */
  public boolean stopsAtPeople(long changed, long held) {
    return held == 0 ? changed > 0 : stops(changed, held, peopleAtLeast, peopleAtMost);
  }

  private static boolean stops(long part, long whole, int atLeast, Percent atMost) {
    return part >= atLeast && atMost.isExceededBy(part, whole);
  }
}

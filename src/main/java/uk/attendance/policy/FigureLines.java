package uk.attendance.policy;

/**
 * The lines that figures are held against.
 *
 * @param persistentFrom share of possible sessions missed, reached at the line itself (NF-R2)
 * @param severeFrom likewise
 * @param atRiskFrom likewise (NF-C1)
 * @param countFrom possible sessions a pupil needs before a letter over a percentage goes out
 */
public record FigureLines(
    Percent persistentFrom, Percent severeFrom, Percent atRiskFrom, int countFrom) {

  static FigureLines of(Settings settings) {
    return new FigureLines(
        settings.percent("figures.persistent-absence-from"),
        settings.percent("figures.severe-absence-from"),
        settings.percent("figures.at-risk-from"),
        settings.count("figures.lines-count-from"));
  }

  /** Severe counts as persistent too. */
  public boolean isPersistent(long absent, long possible) {
    return persistentFrom.isReachedBy(absent, possible);
  }

  public boolean isSevere(long absent, long possible) {
    return severeFrom.isReachedBy(absent, possible);
  }

  /** At risk of persistent absence, and not persistent yet. */
  public boolean isAtRisk(long absent, long possible) {
    return atRiskFrom.isReachedBy(absent, possible) && !isPersistent(absent, possible);
  }
}

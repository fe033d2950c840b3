package uk.attendance.register;

import uk.attendance.policy.FigureLines;

/** Where a pupil's absence stands against the lines of the policy (NF-R2, NF-C1). */
public enum Standing {
  NO_FIGURE("no figure yet"),
  FINE("above every line"),
  AT_RISK("at risk"),
  PERSISTENT("persistent"),
  SEVERE("severe");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  public static Standing of(Figures figures, FigureLines lines) {
    if (!figures.isFigure()) {
      return NO_FIGURE;
    }
    if (lines.isSevere(figures.absent(), figures.possible())) {
      return SEVERE;
    }
    if (lines.isPersistent(figures.absent(), figures.possible())) {
      return PERSISTENT;
    }
    return lines.isAtRisk(figures.absent(), figures.possible()) ? AT_RISK : FINE;
  }
}

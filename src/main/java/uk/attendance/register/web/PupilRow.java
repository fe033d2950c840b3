package uk.attendance.register.web;

import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.Unit;
import uk.attendance.register.Figures;
import uk.attendance.register.PupilList;
import uk.attendance.register.Standing;

/**
 * A pupil in a list.
 *
 * @param name last name first, as lists are sorted
 * @param attendance "91.02 %" or a dash
 * @param missed "7 of 78"
 */
record PupilRow(
    long id,
    String name,
    String admissionNo,
    String year,
    String className,
    String attendance,
    String missed,
    int inWindow,
    Standing standing) {

  static PupilRow of(PupilList.Row row, PolicyPack pack) {
    Figures figures = row.figures().orElse(null);
    return new PupilRow(
        row.pupil().id().value(),
        row.pupil().lastName() + ", " + row.pupil().calledName(),
        row.pupil().admissionNo(),
        row.pupil().year().words(),
        row.pupil().className() == null ? "–" : row.pupil().className(),
        figures == null ? "–" : FiguresShown.attendance(figures, pack),
        figures == null ? "–" : "%d of %d".formatted(figures.absent(), figures.possible()),
        figures == null ? 0 : figures.inWindow(),
        figures == null ? Standing.NO_FIGURE : Standing.of(figures, pack.figureLines()));
  }

  static int windowWeeks(PolicyPack pack) {
    return pack.settings().amount("penalty.window", Unit.SCHOOL_WEEKS);
  }
}

package uk.attendance.register.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.attendance.policy.FigureLines;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.Unit;
import uk.attendance.register.Figures;
import uk.attendance.register.RunKind;
import uk.attendance.register.Standing;
import uk.attendance.school.DayWords;

/**
 * A pupil's figures as a page shows them; the page has the words.
 *
 * @param attendance "91.02 %", or a dash where there is no figure (NF-R1)
 * @param moreUntilPersistent sessions
 * @param runs what is going on for two school days or more
 * @param illnessDays "7.5": half a day is one session
 */
record FiguresShown(
    Figures figures,
    String attendance,
    Standing standing,
    int moreUntilPersistent,
    String persistentFrom,
    String severeFrom,
    int windowWeeks,
    List<Run> runs,
    String illnessDays,
    List<Weekday> weekdays,
    String lastDay) {

  /**
   * @param words "unexplained for 3 school days, since Thursday 30 October"
   */
  record Run(String words) {}

  record Weekday(String name, int absent, int possible) {}

  static FiguresShown of(Figures figures, PolicyPack pack) {
    FigureLines lines = pack.figureLines();
    return new FiguresShown(
        figures,
        attendance(figures, pack),
        Standing.of(figures, lines),
        figures.missedUntil(lines.persistentFrom()),
        lines.persistentFrom().inWords(),
        lines.severeFrom().inWords(),
        pack.settings().amount("penalty.window", Unit.SCHOOL_WEEKS),
        runs(figures),
        figures.illness() % 2 == 0
            ? String.valueOf(figures.illness() / 2)
            : figures.illness() / 2 + ".5",
        Stream.of(DayOfWeek.values())
            .limit(5)
            .map(
                day ->
                    new Weekday(
                        day.getDisplayName(TextStyle.FULL, Locale.UK),
                        figures.on(day).absent(),
                        figures.on(day).possible()))
            .toList(),
        DayWords.full(figures.lastDay()));
  }

  /** To the pack's decimals, rounded down; a dash where no session was possible. */
  static String attendance(Figures figures, PolicyPack pack) {
    return figures
        .attendance(pack.settings().count("figures.decimals-shown"))
        .map(share -> share.toPlainString() + " %")
        .orElse("–");
  }

  public boolean isPersistent() {
    return standing == Standing.PERSISTENT || standing == Standing.SEVERE;
  }

  private static List<Run> runs(Figures figures) {
    return Stream.of(RunKind.UNEXPLAINED, RunKind.TEN_DAY, RunKind.ILLNESS)
        .filter(kind -> figures.run(kind).days() > 1)
        .map(kind -> new Run(words(kind, figures.run(kind))))
        .toList();
  }

  private static String words(RunKind kind, uk.attendance.register.Run run) {
    String what =
        switch (kind) {
          case UNEXPLAINED -> "unexplained";
          case TEN_DAY, TWENTY_DAY -> "absent without permission";
          case ILLNESS -> "ill";
          case AWAY -> "away";
        };
    return run.since() == null
        ? what
        : "%s for %d school days in a row, since %s"
            .formatted(what, run.days(), DayWords.withoutYear(run.since()));
  }
}

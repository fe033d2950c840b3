package uk.attendance.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import uk.attendance.policy.Percent;

/**
 * What a pupil's marks of a school year to date add up to, in sessions; whole numbers, so that a
 * line is exact at the line itself (NF-R1, NF-R2).
 *
 * @param lastDay of the newest mark; "current" means as at its end
 * @param unexplained marks that still await a reason (NF-R3)
 * @param illness sessions coded as illness (NF-M2)
 * @param inWindow unauthorised sessions that count towards a penalty, in the rolling school weeks
 *     that end with the last day's (NF-P1)
 * @param runs school days in a row, of every kind
 * @param weekdays how absence falls on Mondays to Fridays
 */
public record Figures(
    LocalDate lastDay,
    int possible,
    int attended,
    int authorised,
    int unauthorised,
    int lateBeforeClose,
    int lateAfterClose,
    int unexplained,
    int illness,
    int inWindow,
    Map<RunKind, Run> runs,
    Map<DayOfWeek, Share> weekdays) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * @param absent out of possible sessions
   */
  public record Share(int absent, int possible) {

    static final Share NONE = new Share(0, 0);

    Share and(boolean isAbsent) {
      return new Share(absent + (isAbsent ? 1 : 0), possible + 1);
    }
  }

  public Figures {
    if (possible != attended + authorised + unauthorised) {
      throw new IllegalArgumentException(
          "possible sessions: found %d, needed attended %d + authorised %d + unauthorised %d"
              .formatted(possible, attended, authorised, unauthorised));
    }
    runs = Map.copyOf(runs);
    weekdays = Map.copyOf(weekdays);
  }

  public int absent() {
    return authorised + unauthorised;
  }

  /** Without a possible session there is no figure, which is not 0 % (NF-R1). */
  public boolean isFigure() {
    return possible > 0;
  }

  /**
   * Attendance in percent for showing, rounded down; decide by the whole numbers, never by this.
   */
  public Optional<BigDecimal> attendance(int decimals) {
    return isFigure()
        ? Optional.of(
            BigDecimal.valueOf(attended)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(possible), decimals, RoundingMode.FLOOR))
        : Optional.empty();
  }

  /** Sessions missed in a row from now on until absence reaches a share; 0 when it has. */
  public int missedUntil(Percent line) {
    BigDecimal lacking =
        line.value()
            .multiply(BigDecimal.valueOf(possible))
            .subtract(HUNDRED.multiply(BigDecimal.valueOf(absent())));
    return Math.max(
        isFigure() ? 0 : 1,
        lacking
            .divide(HUNDRED.subtract(line.value()).max(BigDecimal.ONE), 0, RoundingMode.CEILING)
            .intValueExact());
  }

  public Run run(RunKind kind) {
    return runs.getOrDefault(kind, Run.NONE);
  }

  public Share on(DayOfWeek weekday) {
    return weekdays.getOrDefault(weekday, Share.NONE);
  }
}

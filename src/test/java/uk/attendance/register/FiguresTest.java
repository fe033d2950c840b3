package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.policy.FigureLines;
import uk.attendance.policy.Percent;
import uk.attendance.policy.PolicyPacks;

/** NF-R1 and NF-R2: whole numbers decide, percentages only show. */
class FiguresTest {

  private static final FigureLines LINES = PolicyPacks.bundled().national().figureLines();

  @ParameterizedTest
  @CsvSource({
    "3, 40, false, false",
    "4, 40, true, false",
    "5, 40, true, false",
    "3, 31, false, false",
    "3, 30, true, false",
    "3, 29, true, false",
    "19, 40, true, false",
    "20, 40, true, true",
    "21, 40, true, true",
    "0, 0, false, false"
  })
  void isPersistentFromExactlyATenthAndSevereFromExactlyAHalf(
      int absent, int possible, boolean persistent, boolean severe) {
    Figures figures = figures(absent, possible);

    assertThat(LINES.isPersistent(figures.absent(), figures.possible())).isEqualTo(persistent);
    assertThat(LINES.isSevere(figures.absent(), figures.possible())).isEqualTo(severe);
  }

  @ParameterizedTest
  @CsvSource({"7, 78, 91.02", "1, 3, 66.66", "4, 40, 90.00", "0, 9, 100.00", "9, 9, 0.00"})
  void showsAttendanceRoundedDown(int absent, int possible, BigDecimal shown) {
    assertThat(figures(absent, possible).attendance(2)).contains(shown);
  }

  @Test
  void hasNoFigureWithoutAPossibleSession() {
    assertThat(figures(0, 0).attendance(2)).isEmpty();
    assertThat(figures(0, 0).isFigure()).isFalse();
    assertThat(MadeUpMarks.none().attendance(2)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"7, 78, 1", "4, 40, 0", "3, 40, 2", "3, 31, 1", "0, 100, 12", "0, 1, 1", "0, 0, 1"})
  void saysHowManyMoreMissedSessionsMakeItPersistent(int absent, int possible, int more) {
    int found = figures(absent, possible).missedUntil(Percent.of(10));

    assertThat(found).isEqualTo(more);
    assertThat(LINES.isPersistent(absent + found, possible + found)).isTrue();
    if (found > 0) {
      assertThat(LINES.isPersistent(absent + found - 1, possible + found - 1)).isFalse();
    }
  }

  @Test
  void refusesCountsThatDoNotAddUp() {
    assertThatThrownBy(
            () ->
                new Figures(
                    LocalDate.of(2025, 11, 3), 9, 5, 2, 1, 0, 0, 0, 0, 0, Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 9, needed attended 5 + authorised 2 + unauthorised 1");
  }

  private static Figures figures(int absent, int possible) {
    return new Figures(
        LocalDate.of(2025, 11, 3),
        possible,
        possible - absent,
        absent,
        0,
        0,
        0,
        0,
        0,
        0,
        Map.of(),
        Map.of());
  }
}

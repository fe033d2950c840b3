package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinesTest {

  private static final PolicyPack NATIONAL = PolicyPacks.bundled().national();

  @ParameterizedTest
  @CsvSource({
    "3, 40, false, false",
    "4, 40, true, false",
    "5, 40, true, false",
    "3, 31, false, false",
    "19, 40, true, false",
    "20, 40, true, true",
    "21, 40, true, true",
    "0, 0, false, false"
  })
  void drawsPersistentAndSevereExactlyAtTheLine(
      long absent, long possible, boolean persistent, boolean severe) {
    assertThat(NATIONAL.figureLines().isPersistent(absent, possible)).isEqualTo(persistent);
    assertThat(NATIONAL.figureLines().isSevere(absent, possible)).isEqualTo(severe);
  }

  @ParameterizedTest
  @CsvSource({"6, 100, false", "7, 100, true", "9, 100, true", "10, 100, false"})
  void findsPupilsAtRiskBetweenSevenAndTenPercent(long absent, long possible, boolean atRisk) {
    assertThat(NATIONAL.figureLines().isAtRisk(absent, possible)).isEqualTo(atRisk);
  }

  @ParameterizedTest
  @CsvSource({"95, 100, true", "96, 100, false", "97, 100, false"})
  void isBelowALineStrictly(long attended, long possible, boolean below) {
    Percent line =
        PolicyPacks.bundled().pack("st-vincent").settings().percent("concern.letter-below");

    assertThat(line.isMissedBy(attended, possible)).isEqualTo(below);
  }

  @ParameterizedTest
  @CsvSource({
    "19, 100, false",
    "20, 200, false",
    "21, 200, true",
    "20, 100, true",
    "100, 1000, false",
    "101, 1000, true"
  })
  void stopsAnImportThatChangesTooMuch(long changed, long held, boolean stops) {
    assertThat(NATIONAL.importBrakes().stopsAtChanged(changed, held)).isEqualTo(stops);
  }

  @ParameterizedTest
  @CsvSource({"4, 10, false", "5, 20, false", "5, 19, true", "25, 100, false", "26, 100, true"})
  void stopsAnImportThatContactsTooManyFamilies(long toContact, long families, boolean stops) {
    assertThat(NATIONAL.importBrakes().stopsAtFamilies(toContact, families)).isEqualTo(stops);
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new Wait(-1, Unit.SCHOOL_DAYS)).hasMessageContaining("-1 school-days");
    assertThatThrownBy(() -> new Wait(3, Unit.SESSIONS)).hasMessageContaining("unit of time");
    assertThatThrownBy(() -> new Wait(1, Unit.SCHOOL_DAYS, Moment.TASK_OPENED, true))
        .hasMessageContaining("before");
    assertThatThrownBy(() -> new Value.Count(3, Unit.YEARS)).hasMessageContaining("3 years");
    assertThatThrownBy(() -> new Value.Pounds(0)).hasMessageContaining("0 pounds");
    assertThatThrownBy(() -> Percent.of(101)).hasMessageContaining("101");
    assertThatThrownBy(() -> new RuleId("P3")).hasMessageContaining("'P3'");
  }

  @ParameterizedTest
  @CsvSource({
    "1, SCHOOL_DAYS, 1 school day",
    "2, SCHOOL_WEEKS, 2 school weeks",
    "15, MINUTES, 15 minutes",
    "6, YEARS, 6 years"
  })
  void saysWaitsInWords(int amount, Unit unit, String words) {
    assertThat(new Wait(amount, unit).inWords()).isEqualTo(words);
  }
}

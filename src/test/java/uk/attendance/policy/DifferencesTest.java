package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class DifferencesTest {

  private static final PolicyPacks PACKS = PolicyPacks.bundled();

  @Test
  void reportsWhereDothillDiffersFromTheFramework() {
    assertThat(PACKS.differences("dothill"))
        .extracting(
            Difference::key,
            one -> one.national().words(),
            one -> one.pack().words(),
            one -> one.national().rule().value(),
            one -> one.pack().rule().value())
        .contains(
            tuple(
                "deadlines.decide-absence-code",
                "5 school days after the absence",
                "10 school days after the absence",
                "NF-R3",
                "DH-R9"),
            tuple(
                "leave.not-back-removal-ground-after",
                "10 school days",
                "20 school days",
                "NF-X4",
                "DH-X7"),
            tuple(
                "penalty.first-notice",
                "£160 from 19 August 2024",
                "£120 until 18 August 2024",
                "NF-P3",
                "DH-P1"));
  }

  @Test
  void reportsStVincentsPenaltyCodes() {
    assertThat(PACKS.differences("st-vincent"))
        .extracting(Difference::key, one -> one.pack().words())
        .contains(tuple("code-sets.penalty", "G, O, U"));
  }

  @Test
  void reportsNoValueThatIsTheSameUnderAnotherRule() {
    assertThat(PACKS.differences("lady-byron"))
        .extracting(Difference::key)
        .doesNotContain(
            "penalty.first-notice", "figures.persistent-absence-from", "keeping.register-entries");
  }

  @Test
  void reportsNothingThatTheFrameworkLeavesOpen() {
    assertThat(PACKS.differences("raleigh"))
        .extracting(Difference::key)
        .doesNotContain("reporting.report-every-day", "penalty.issuer");
  }

  @Test
  void findsNoDifferenceOfTheFrameworkFromItself() {
    assertThat(PACKS.differences("national")).isEmpty();
  }

  @Test
  void namesTheContradictionsThatWereWrittenDown() {
    assertThat(PACKS.pack("nailsworth").warnings())
        .anySatisfy(warning -> assertThat(warning.words()).contains("up to £100"));
    assertThat(PACKS.pack("lady-byron").warnings())
        .anySatisfy(warning -> assertThat(warning.words()).contains("£120"));
    assertThat(PACKS.pack("dothill").warnings())
        .anySatisfy(warning -> assertThat(warning.against()).isEqualTo(new RuleId("NF-R4")));
  }
}

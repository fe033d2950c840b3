package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.policy.SessionTimes.Arrival;

class PolicyPacksTest {

  private static final PolicyPacks PACKS = PolicyPacks.bundled();
  private static final LocalDate LAST_OLD_DAY = LocalDate.of(2024, 8, 18);

  @Test
  void holdsTheNationalPackAndTheFivePolicies() {
    assertThat(PACKS.all())
        .extracting(PolicyPack::id)
        .containsExactly(
            "national", "dothill", "lady-byron", "nailsworth", "raleigh", "st-vincent");
  }

  @Test
  void namesThePackThatIsUnknown() {
    assertThatThrownBy(() -> PACKS.pack("summerhill"))
        .isInstanceOf(UnknownPack.class)
        .hasMessageContaining("'summerhill'")
        .hasMessageContaining("dothill");
  }

  @Test
  void takesTheNationalValueWhereAPackIsSilent() {
    Setting setting = PACKS.pack("dothill").settings().get("penalty.threshold");

    assertThat(setting.value()).isEqualTo(new Value.Count(10, Unit.SESSIONS));
    assertThat(setting.rule()).isEqualTo(new RuleId("NF-P1"));
    assertThat(setting.notInPolicy()).isFalse();
  }

  @Test
  void marksWhatNoPolicySays() {
    assertThat(
            PACKS.pack("st-vincent").settings().get("concern.meeting-after-letter").notInPolicy())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "nailsworth, 2024-08-18, £120, NW-P2",
    "nailsworth, 2024-08-19, £160, NF-P3",
    "dothill, 2024-08-18, £120, DH-P1",
    "dothill, 2024-08-19, £160, NF-P3",
    "lady-byron, 2024-08-19, £160, LB-P4"
  })
  void takesTheNationalSumFromTheDayAnOlderOneEnds(
      String pack, LocalDate day, String sum, String rule) {
    Setting setting = PACKS.pack(pack).settings().get("penalty.first-notice", day);

    assertThat(setting.value().inWords()).isEqualTo(sum);
    assertThat(setting.rule()).isEqualTo(new RuleId(rule));
  }

  @Test
  void refusesADatedValueWithoutADay() {
    assertThatThrownBy(() -> PACKS.national().settings().get("penalty.first-notice"))
        .hasMessageContaining("penalty.first-notice")
        .hasMessageContaining("dated");
  }

  @Test
  void keepsRegisterEntriesSixYearsAtDothillToo() {
    Settings dothill = PACKS.pack("dothill").settings();

    assertThat(dothill.get("keeping.register-entries", LAST_OLD_DAY).value())
        .isEqualTo(new Wait(3, Unit.YEARS));
    assertThat(dothill.get("keeping.register-entries", LAST_OLD_DAY.plusDays(1)).value())
        .isEqualTo(new Wait(6, Unit.YEARS));
  }

  @ParameterizedTest
  @CsvSource({
    "st-vincent, , 08:45, 08:45, 09:15, 13:00, 13:30",
    "dothill, , 08:55, 08:55, 09:25, 13:00, 13:30",
    "lady-byron, , 09:00, 09:15, 09:30, 13:00, 13:30",
    "nailsworth, , 08:50, 08:50, 09:00, 13:10, 13:20",
    "raleigh, ambleside, 09:00, 09:00, 09:30, 13:00, 13:30",
    "raleigh, denewood, 09:00, 09:00, 09:30, 13:00, 13:30",
    "raleigh, unity, 09:00, 09:00, 09:30, 13:00, 13:30",
    "raleigh, westbury, 08:50, 08:50, 09:20, 13:00, 13:30",
    "raleigh, woodlands, 08:55, 08:55, 09:25, 13:00, 13:30"
  })
  void knowsTheRegisterTimesOfEachSchool(
      String pack,
      String academy,
      LocalTime opens,
      LocalTime late,
      LocalTime closes,
      LocalTime afternoon,
      LocalTime afternoonCloses) {
    RegisterTimes times = PACKS.pack(pack).registerTimes(academy);

    assertThat(times.morning().opens()).isEqualTo(opens);
    assertThat(times.morning().lateFrom()).isEqualTo(late);
    assertThat(times.morning().closes()).isEqualTo(closes);
    assertThat(times.afternoon().opens()).isEqualTo(afternoon);
    assertThat(times.afternoon().closes()).isEqualTo(afternoonCloses);
  }

  @ParameterizedTest
  @CsvSource({
    "08:44, ON_TIME",
    "08:45, ON_TIME",
    "08:46, LATE_BEFORE_CLOSE",
    "09:14, LATE_BEFORE_CLOSE",
    "09:15, LATE_BEFORE_CLOSE",
    "09:16, LATE_AFTER_CLOSE"
  })
  void tellsOnTimeFromLateFromLateAfterClose(LocalTime time, Arrival arrival) {
    assertThat(PACKS.pack("st-vincent").registerTimes(null).morning().arrivalAt(time))
        .isEqualTo(arrival);
  }

  @Test
  void asksForTheAcademyOfATrust() {
    assertThatThrownBy(() -> PACKS.pack("raleigh").registerTimes(null))
        .hasMessageContaining("raleigh")
        .hasMessageContaining("ambleside");
  }

  @Test
  void callsRolesByTheSchoolsOwnTitles() {
    assertThat(PACKS.pack("dothill").roleTitle("attendance-officer"))
        .isEqualTo("Nominated attendance person");
    assertThat(PACKS.pack("raleigh").roleTitle("headteacher")).isEqualTo("Principal");
    assertThat(PACKS.pack("dothill").roleTitle("admin")).isEqualTo("System administrator");
  }

  @Test
  void leavesMarksWithoutAReasonOutOfStVincentsPenaltyCount() {
    assertThat(PACKS.pack("st-vincent").codeSet("penalty").codes()).containsExactly("G", "O", "U");
    assertThat(PACKS.pack("raleigh").codeSet("penalty").codes())
        .containsExactly("G", "N", "O", "U");
  }

  @Test
  void sendsNoTextFromStVincentUntilItsPackSaysSo() {
    Letter text = PACKS.pack("st-vincent").letter("first-day-text");

    assertThat(text.used()).isFalse();
    assertThat(PACKS.pack("raleigh").letter("first-day-text").used()).isTrue();
  }

  @Test
  void postsWhatHasToArriveOnPaperAndMailsItBeside() {
    assertThat(PACKS.national().letter("notice-to-improve").channelsInWords())
        .isEqualTo("post, and e-mail beside it");
    assertThat(PACKS.national().letter("meeting-record").absentBy())
        .containsExactly(Letter.Channel.POST);
    assertThat(PACKS.pack("lady-byron").letter("first-day-text").by())
        .containsExactly(Letter.Channel.EMAIL, Letter.Channel.TEXT);
  }

  @Test
  void saysDeadlinesInTheUnitOfTheirPolicy() {
    assertThat(PACKS.pack("dothill").deadline("decide-absence-code"))
        .isEqualTo(new Wait(10, Unit.SCHOOL_DAYS, Moment.ABSENCE, false));
    assertThat(PACKS.pack("lady-byron").deadline("decide-absence-code"))
        .isEqualTo(new Wait(5, Unit.WORKING_DAYS, Moment.ABSENCE, false));
    assertThat(PACKS.pack("raleigh").deadline("decide-leave").inWords())
        .isEqualTo("1 school day before the first day asked for");
    assertThat(PACKS.pack("raleigh").deadline("telephone-parents").inWords())
        .isEqualTo("the same day");
  }

  @Test
  void allowsAnAppealAtRaleighOnly() {
    assertThat(PACKS.all())
        .filteredOn(pack -> pack.settings().yes("leave.appeal-allowed"))
        .extracting(PolicyPack::id)
        .containsExactly("raleigh");
  }

  @Test
  void namesTheNationalVersionInThatOfEachPack() {
    assertThat(PACKS.pack("raleigh").version())
        .isEqualTo(new PackVersion("raleigh", "2024-09.1+2024-08.3"));
  }

  @Test
  void saysWhichAcademiesSendTheAdvisoryLetter() {
    List<String> send =
        PACKS.pack("raleigh").academies().values().stream()
            .filter(academy -> academy.advisoryLetter().as(Value.YesNo.class).yes())
            .map(Academy::id)
            .toList();

    assertThat(send).containsExactly("ambleside", "unity", "woodlands");
  }
}

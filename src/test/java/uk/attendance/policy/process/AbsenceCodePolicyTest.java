package uk.attendance.policy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.attendance.policy.Decided;
import uk.attendance.policy.DecisionTable;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;

/** Every row of every absence-code table, on the engine's DMN engine. */
class AbsenceCodePolicyTest {

  private static final PolicyPacks PACKS = PolicyPacks.bundled();
  private static final PolicyDecision DECISION = new PolicyDecision(PACKS);
  private static final String KEY = "absence-code";

  /** pack, reason, told in advance, evidence, leave granted, religious days used: row, answer. */
  private static final String CASES =
      """
      national    illness           no  none    no  0: genuine-illness                     I
      national    illness           yes seen    yes 9: genuine-illness                     I
      national    illness           no  doubted no  0: doubted-illness                     decide-absence-code
      national    appointment       no  none    no  0: appointment                         M
      national    appointment       yes doubted no  0: doubted-appointment                 decide-absence-code
      national    religious         no  none    no  5: religious-observance                R
      national    religious         no  doubted no  0: doubted-religious-observance        decide-absence-code
      national    bereavement       yes none    yes 0: bereavement-with-leave              C
      national    bereavement       yes none    no  0: bereavement-without-leave           decide-absence-code
      national    holiday           yes none    yes 0: holiday-granted                     C
      national    holiday           yes none    no  0: holiday-not-granted                 G
      national    travel-disruption no  seen    no  0: travel-disruption-confirmed         Y2
      national    travel-disruption no  none    no  0: travel-disruption-unconfirmed       decide-absence-code
      national    travel-disruption no  doubted no  0: travel-disruption-unconfirmed       decide-absence-code
      national    other             yes seen    yes 0: other-reason                        decide-absence-code
      st-vincent  illness           no  none    no  0: genuine-illness                     I
      st-vincent  illness           no  doubted no  0: doubted-illness                     decide-absence-code
      st-vincent  appointment       no  none    no  0: appointment                         M
      st-vincent  appointment       no  doubted no  0: doubted-appointment                 decide-absence-code
      st-vincent  religious         no  none    no  4: religious-observance                R
      st-vincent  religious         no  doubted no  0: doubted-religious-observance        decide-absence-code
      st-vincent  bereavement       yes none    yes 0: bereavement-with-leave              C
      st-vincent  bereavement       no  none    no  0: bereavement-without-leave           decide-absence-code
      st-vincent  holiday           yes none    yes 0: holiday-granted                     C
      st-vincent  holiday           no  none    no  0: holiday-not-granted                 G
      st-vincent  travel-disruption no  seen    no  0: travel-disruption-confirmed         Y2
      st-vincent  travel-disruption no  none    no  0: travel-disruption-unconfirmed       decide-absence-code
      st-vincent  other             no  none    no  0: other-reason                        decide-absence-code
      dothill     illness           no  none    no  0: genuine-illness                     I
      dothill     illness           no  doubted no  0: doubted-illness                     decide-absence-code
      dothill     appointment       no  seen    no  0: appointment-with-evidence           M
      dothill     appointment       yes seen    no  0: appointment-with-evidence           M
      dothill     appointment       yes none    no  0: appointment-in-the-diary            M
      dothill     appointment       no  none    no  0: appointment-without-evidence        decide-absence-code
      dothill     appointment       yes doubted no  0: doubted-appointment                 decide-absence-code
      dothill     religious         no  none    no  0: religious-observance                R
      dothill     religious         no  doubted no  0: doubted-religious-observance        decide-absence-code
      dothill     bereavement       yes none    yes 0: bereavement-with-leave              C
      dothill     bereavement       no  none    no  0: bereavement-without-leave           decide-absence-code
      dothill     holiday           yes none    yes 0: holiday-granted                     C
      dothill     holiday           no  none    no  0: holiday-not-granted                 G
      dothill     travel-disruption no  seen    no  0: travel-disruption-confirmed         Y2
      dothill     travel-disruption no  none    no  0: travel-disruption-unconfirmed       decide-absence-code
      dothill     other             no  none    no  0: other-reason                        decide-absence-code
      lady-byron  illness           no  none    no  0: genuine-illness                     I
      lady-byron  illness           no  doubted no  0: doubted-illness                     decide-absence-code
      lady-byron  appointment       yes none    no  0: appointment-notified                M
      lady-byron  appointment       no  seen    no  0: appointment-not-notified            decide-absence-code
      lady-byron  appointment       yes doubted no  0: doubted-appointment                 decide-absence-code
      lady-byron  religious         no  none    no  0: religious-observance                R
      lady-byron  religious         no  doubted no  0: doubted-religious-observance        decide-absence-code
      lady-byron  bereavement       yes none    yes 0: bereavement-with-leave              C
      lady-byron  bereavement       no  none    no  0: bereavement-without-leave           decide-absence-code
      lady-byron  holiday           yes none    yes 0: holiday-granted                     C
      lady-byron  holiday           no  none    no  0: holiday-not-granted                 G
      lady-byron  travel-disruption no  seen    no  0: travel-disruption-confirmed         Y2
      lady-byron  travel-disruption no  none    no  0: travel-disruption-unconfirmed       decide-absence-code
      lady-byron  other             no  none    no  0: other-reason                        decide-absence-code
      nailsworth  illness           no  none    no  0: genuine-illness                     I
      nailsworth  illness           no  doubted no  0: doubted-illness                     decide-absence-code
      nailsworth  appointment       no  none    no  0: appointment                         M
      nailsworth  appointment       no  doubted no  0: doubted-appointment                 decide-absence-code
      nailsworth  religious         no  none    no  2: religious-observance                R
      nailsworth  religious         no  none    no  3: religious-day-beyond-without-leave  decide-absence-code
      nailsworth  religious         yes none    yes 3: religious-day-beyond-with-leave     C
      nailsworth  religious         yes none    yes 4: religious-day-beyond-with-leave     C
      nailsworth  religious         no  none    no  4: religious-day-beyond-without-leave  decide-absence-code
      nailsworth  religious         no  doubted no  2: doubted-religious-observance        decide-absence-code
      nailsworth  bereavement       yes none    yes 0: bereavement-with-leave              C
      nailsworth  bereavement       no  none    no  0: bereavement-without-leave           decide-absence-code
      nailsworth  holiday           yes none    yes 0: holiday-granted                     C
      nailsworth  holiday           no  none    no  0: holiday-not-granted                 G
      nailsworth  travel-disruption no  seen    no  0: travel-disruption-confirmed         Y2
      nailsworth  travel-disruption no  none    no  0: travel-disruption-unconfirmed       decide-absence-code
      nailsworth  other             no  none    no  0: other-reason                        decide-absence-code
      raleigh     illness           no  none    no  0: genuine-illness                     I
      raleigh     illness           no  doubted no  0: doubted-illness                     decide-absence-code
      raleigh     appointment       yes seen    no  0: appointment-notified-with-card      M
      raleigh     appointment       yes none    no  0: appointment-without-card            decide-absence-code
      raleigh     appointment       yes doubted no  0: appointment-without-card            decide-absence-code
      raleigh     appointment       no  seen    no  0: appointment-not-notified            decide-absence-code
      raleigh     religious         no  none    no  3: religious-observance                R
      raleigh     religious         no  doubted no  0: doubted-religious-observance        decide-absence-code
      raleigh     bereavement       yes none    yes 0: bereavement-with-leave              C
      raleigh     bereavement       no  none    no  0: bereavement-without-leave           decide-absence-code
      raleigh     holiday           yes none    yes 0: holiday-granted                     C
      raleigh     holiday           no  none    no  0: holiday-not-granted                 G
      raleigh     travel-disruption no  seen    no  0: travel-disruption-confirmed         Y2
      raleigh     travel-disruption no  none    no  0: travel-disruption-unconfirmed       decide-absence-code
      raleigh     other             no  none    no  0: other-reason                        decide-absence-code
      """;

  static Stream<Case> cases() {
    return CASES.lines().map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersWithTheRowOfThePack(Case asked) {
    Decided decided = DECISION.decide(pack(asked.pack).version(), KEY, asked.facts);

    assertThat(decided.row().id()).isEqualTo(asked.row);
    assertThat(decided.row().answer("code")).isEqualTo(asked.code);
  }

  @Test
  void everyRowOfEveryTableIsAmongTheCases() {
    Map<String, Set<String>> tried =
        cases()
            .collect(
                Collectors.groupingBy(
                    Case::pack, Collectors.mapping(Case::row, Collectors.toSet())));

    for (PolicyPack pack : PACKS.all()) {
      assertThat(tried.get(pack.id()))
          .as(pack.id())
          .containsExactlyInAnyOrderElementsOf(
              pack.table(KEY).rows().stream().map(DecisionTable.Row::id).toList());
    }
  }

  @Test
  void saysWhichRuleAndWhichFactsAnAnswerRestsOn() {
    Map<String, Object> facts = facts("religious", true, "none", true, 3);
    facts.put("somethingElse", "ignored");

    Decided decided = DECISION.decide(pack("nailsworth").version(), KEY, facts);

    assertThat(decided.row().rule()).isEqualTo(new RuleId("NW-R4"));
    assertThat(decided.row().words())
        .isEqualTo(
            "A further religious day, asked for in advance and granted, is exceptional leave.");
    assertThat(decided.facts())
        .containsEntry("religiousDaysUsed", 3)
        .doesNotContainKey("somethingElse");
    assertThat(decided.pack()).isEqualTo(pack("nailsworth").version());
  }

  @Test
  void refusesAFactThatIsMissing() {
    Map<String, Object> facts = facts("illness", true, "none", true, 3);
    facts.remove("evidence");

    assertThatThrownBy(() -> DECISION.decide(pack("dothill").version(), KEY, facts))
        .hasMessageContaining("absence-code")
        .hasMessageContaining("evidence = null")
        .hasMessageContaining("\"none\",\"seen\",\"doubted\"");
  }

  @Test
  void refusesAFactThatIsNoneOfItsValues() {
    assertThatThrownBy(
            () ->
                DECISION.decide(
                    pack("dothill").version(), KEY, facts("ilness", true, "none", true, 0)))
        .hasMessageContaining("reason = ilness");
    assertThatThrownBy(
            () ->
                DECISION.decide(
                    pack("dothill").version(), KEY, facts("illness", true, "none", true, -1)))
        .hasMessageContaining("religiousDaysUsed = -1");
  }

  @Test
  void refusesATableThatDoesNotExist() {
    assertThatThrownBy(() -> DECISION.decide(pack("dothill").version(), "tea-break", Map.of()))
        .hasMessageContaining("tea-break");
  }

  @Test
  void answersManyAtOnceEachWithItsOwnRow() {
    List<Case> all = cases().toList();

    List<String> rows =
        all.parallelStream()
            .map(one -> DECISION.decide(pack(one.pack).version(), KEY, one.facts).row().id())
            .toList();

    assertThat(rows).isEqualTo(all.stream().map(Case::row).toList());
  }

  private static PolicyPack pack(String id) {
    return PACKS.pack(id);
  }

  private static Map<String, Object> facts(
      String reason, boolean told, String evidence, boolean leave, int religiousDays) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("reason", reason);
    facts.put("notifiedInAdvance", told);
    facts.put("evidence", evidence);
    facts.put("leaveGranted", leave);
    facts.put("religiousDaysUsed", religiousDays);
    return facts;
  }

  record Case(String pack, Map<String, Object> facts, String row, String code) {
    static Case of(String line) {
      List<String> words = Arrays.asList(line.strip().replace(":", "").split("\\s+"));
      return new Case(
          words.get(0),
          AbsenceCodePolicyTest.facts(
              words.get(1),
              words.get(2).equals("yes"),
              words.get(3),
              words.get(4).equals("yes"),
              Integer.parseInt(words.get(5))),
          words.get(6),
          words.get(7));
    }
  }
}

package uk.attendance.policy.process;

import static org.assertj.core.api.Assertions.assertThat;

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
import uk.attendance.quickentry.Reason;

/** Every row of every parent-reply table, on the engine's DMN engine. */
class ParentReplyPolicyTest {

  private static final PolicyPacks PACKS = PolicyPacks.bundled();
  private static final PolicyDecision DECISION = new PolicyDecision(PACKS);
  private static final String KEY = "parent-reply";

  /** pack, reason, return given, vulnerable, concern, school day: row, answer. */
  private static final String CASES =
      """
      national    illness           yes no  no   1: known-reason                     explained
      national    illness           no  no  no   9: known-reason                     explained
      national    illness           no  no  no  10: known-reason-after-ten-days      note
      national    illness           yes no  no  11: known-reason-after-ten-days      note
      national    appointment       no  no  no   1: known-reason                     explained
      national    religious         no  no  no   1: known-reason                     explained
      national    bereavement       no  no  no   1: known-reason                     explained
      national    travel-disruption no  no  no  10: known-reason-after-ten-days      note
      national    holiday           yes no  no   1: holiday                          note
      national    holiday           yes no  no  10: holiday                          note
      national    other             yes no  no   1: other-reason                     note
      national    illness           yes yes no   1: known-to-social-care             note
      national    holiday           yes yes no   1: known-to-social-care             note
      national    illness           yes no  yes  1: worry-about-the-child            note
      national    illness           yes yes yes 10: worry-about-the-child            note
      nailsworth  illness           no  no  no   1: known-reason                     explained
      nailsworth  appointment       no  no  no  10: known-reason-after-ten-days      note
      nailsworth  holiday           no  no  no   1: holiday                          note
      nailsworth  other             no  no  no   1: other-reason                     note
      nailsworth  illness           no  yes no   1: known-to-social-care             note
      nailsworth  illness           no  no  yes  1: worry-about-the-child            note
      dothill     illness           no  no  no   1: acceptable-reason                explained
      dothill     illness           no  no  no   9: acceptable-reason                explained
      dothill     illness           no  no  no  10: acceptable-reason-after-ten-days note
      dothill     bereavement       no  no  no  11: acceptable-reason-after-ten-days note
      dothill     travel-disruption no  no  no   1: acceptable-reason                explained
      dothill     appointment       yes no  no   1: appointment                      note
      dothill     holiday           yes no  no   1: holiday                          note
      dothill     other             yes no  no   1: other-reason                     note
      dothill     illness           yes yes no   1: known-to-social-care             note
      dothill     illness           yes no  yes  1: worry-about-the-child            note
      lady-byron  illness           yes no  no   1: illness-with-return              explained
      lady-byron  illness           no  no  no   1: illness-without-return           note
      lady-byron  illness           yes no  no   4: illness-with-return              explained
      lady-byron  illness           yes no  no   5: illness-with-return              explained
      lady-byron  illness           no  no  no   5: illness-without-return           note
      lady-byron  illness           yes no  no   6: illness-beyond-five-days         note
      lady-byron  illness           no  no  no   6: illness-beyond-five-days         note
      lady-byron  appointment       yes no  no   1: appointment                      note
      lady-byron  religious         yes no  no   1: religious-observance             note
      lady-byron  bereavement       no  no  no   1: bereavement-or-travel            explained
      lady-byron  travel-disruption no  no  no   1: bereavement-or-travel            explained
      lady-byron  holiday           yes no  no   1: holiday                          note
      lady-byron  other             yes no  no   1: other-reason                     note
      lady-byron  illness           yes yes no   1: known-to-social-care             note
      lady-byron  illness           yes no  yes  1: worry-about-the-child            note
      raleigh     illness           no  no  no   4: illness                          explained
      raleigh     illness           no  no  no   5: illness                          explained
      raleigh     illness           no  no  no   6: illness-beyond-five-days         note
      raleigh     appointment       yes no  no   1: appointment                      note
      raleigh     religious         yes no  no   1: religious-observance             note
      raleigh     bereavement       no  no  no   1: bereavement                      explained
      raleigh     travel-disruption no  no  no   1: travel-disruption                explained
      raleigh     holiday           yes no  no   1: holiday                          note
      raleigh     other             yes no  no   1: other-reason                     note
      raleigh     illness           yes yes no   1: known-to-social-care             note
      raleigh     illness           yes no  yes  1: worry-about-the-child            note
      st-vincent  illness           yes no  no   1: word-first                       note
      st-vincent  bereavement       no  yes yes 10: word-first                       note
      st-vincent  other             no  no  no   1: word-first                       note
      st-vincent  holiday           no  no  no   1: holiday                          note
      """;

  static Stream<Case> cases() {
    return CASES.lines().map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersWithTheRowOfThePack(Case asked) {
    Decided decided = DECISION.decide(PACKS.pack(asked.pack).version(), KEY, asked.facts);

    assertThat(decided.row().id()).isEqualTo(asked.row);
    assertThat(decided.row().answer("landing")).isEqualTo(asked.landing);
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
  void noPolicyTakesAHolidayByAForm() {
    for (PolicyPack pack : PACKS.all()) {
      for (int day : new int[] {1, 5, 10}) {
        assertThat(decide(pack, "holiday", day)).as(pack.id()).isEqualTo("note");
      }
    }
  }

  @Test
  void everyReasonThatAParentCanChooseHasAnAnswer() {
    for (PolicyPack pack : PACKS.all()) {
      for (Reason reason : Reason.values()) {
        assertThat(decide(pack, reason.key(), 1)).isIn("explained", "note");
      }
    }
  }

  private static String decide(PolicyPack pack, String reason, int day) {
    return DECISION
        .decide(pack.version(), KEY, facts(reason, true, false, false, day))
        .row()
        .answer("landing");
  }

  private static Map<String, Object> facts(
      String reason, boolean back, boolean vulnerable, boolean concern, int day) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("reason", reason);
    facts.put("expectedReturnGiven", back);
    facts.put("vulnerable", vulnerable);
    facts.put("safeguardingConcern", concern);
    facts.put("schoolDay", day);
    return facts;
  }

  record Case(String pack, Map<String, Object> facts, String row, String landing) {
    static Case of(String line) {
      List<String> words = Arrays.asList(line.strip().replace(":", "").split("\\s+"));
      return new Case(
          words.get(0),
          ParentReplyPolicyTest.facts(
              words.get(1),
              words.get(2).equals("yes"),
              words.get(3).equals("yes"),
              words.get(4).equals("yes"),
              Integer.parseInt(words.get(5))),
          words.get(6),
          words.get(7));
    }
  }
}

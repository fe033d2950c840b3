package uk.attendance.policy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.attendance.policy.Decided;
import uk.attendance.policy.DecisionTable;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;

/**
 * Every row of every first-day-steps table; each day that a row begins on, the one before, after.
 */
class FirstDayStepsPolicyTest {

  private static final PolicyPacks PACKS = PolicyPacks.bundled();
  private static final PolicyDecision DECISION = new PolicyDecision(PACKS);
  private static final String KEY = "first-day-steps";

  /**
   * pack, then what is known (nothing said: the first day, nobody tried, nothing special): the rows
   * that apply, in the table's order.
   */
  private static final String CASES =
      """
      national day=1: first-day-message parents-called
      national day=1 parents=no: first-day-message parents-called emergency-contacts-called
      national day=1 parents=no emergency=no: first-day-message parents-called emergency-contacts-called letter-when-nobody-is-reached
      national day=1 parents=no emergency=yes: first-day-message parents-called emergency-contacts-called
      national day=1 parents=passed-on: first-day-message parents-called parent-passed-on
      national day=1 social-worker: first-day-message parents-called social-worker-told
      national day=1 youth-justice: first-day-message parents-called youth-justice-worker-told
      national day=1 concern: first-day-message parents-called concern-raised visit-on-concern
      national day=1 concern seen: first-day-message parents-called concern-raised
      national day=4: first-day-message parents-called
      national day=5: first-day-message parents-called code-decided
      national day=6: first-day-message parents-called code-decided
      national day=9: first-day-message parents-called code-decided
      national day=10: first-day-message parents-called code-decided missing-after-ten-days
      national day=11: first-day-message parents-called code-decided missing-after-ten-days
      national day=11 seen: first-day-message parents-called code-decided
      national day=11 explained social-worker youth-justice:
      national day=1 explained concern: concern-raised
      st-vincent day=1: parents-called
      st-vincent day=2: parents-called
      st-vincent day=1 parents=no: parents-called emergency-contacts-called
      st-vincent day=1 parents=no emergency=no: parents-called emergency-contacts-called letter-when-nobody-is-reached
      st-vincent day=1 parents=yes emergency=no: parents-called
      st-vincent day=1 parents=passed-on: parents-called parent-passed-on
      st-vincent day=1 social-worker youth-justice: parents-called social-worker-told youth-justice-worker-told
      st-vincent day=1 concern: parents-called visit-on-concern concern-raised
      st-vincent day=1 concern seen: parents-called concern-raised
      st-vincent day=4: parents-called
      st-vincent day=5: parents-called code-decided
      st-vincent day=6: parents-called code-decided
      st-vincent day=9: parents-called code-decided
      st-vincent day=10: parents-called code-decided missing-after-ten-days
      st-vincent day=11: parents-called code-decided missing-after-ten-days
      st-vincent day=11 explained:
      dothill day=1: absence-confirmed-by-teacher
      dothill day=1 confirmed: first-day-message parents-called
      dothill day=1 confirmed parents=no: first-day-message parents-called letter-when-nobody-answers
      dothill day=1 confirmed parents=passed-on: first-day-message parents-called parent-passed-on
      dothill day=1 social-worker: absence-confirmed-by-teacher social-worker-told
      dothill day=1 youth-justice: absence-confirmed-by-teacher youth-justice-worker-told
      dothill day=1 confirmed concern: first-day-message parents-called concern-raised visit-on-concern
      dothill day=3: absence-confirmed-by-teacher
      dothill day=4: absence-confirmed-by-teacher second-letter
      dothill day=5: absence-confirmed-by-teacher second-letter code-decided
      dothill day=6: absence-confirmed-by-teacher second-letter to-the-nominated-person code-decided
      dothill day=7 confirmed: first-day-message parents-called second-letter to-the-nominated-person code-decided
      dothill day=9: absence-confirmed-by-teacher second-letter to-the-nominated-person code-decided
      dothill day=10: absence-confirmed-by-teacher second-letter to-the-nominated-person code-decided missing-after-ten-days
      dothill day=11: absence-confirmed-by-teacher second-letter to-the-nominated-person code-decided missing-after-ten-days
      dothill day=11 explained:
      lady-byron day=1: parents-called-on-the-first-day
      lady-byron day=2: parents-called-on-further-days
      lady-byron day=3: parents-called-on-further-days
      lady-byron day=1 parents=no: parents-called-on-the-first-day message-after-no-answer emergency-contacts-called
      lady-byron day=1 parents=no emergency=no: parents-called-on-the-first-day message-after-no-answer emergency-contacts-called nobody-reached
      lady-byron day=2 parents=no emergency=no: parents-called-on-further-days message-after-no-answer emergency-contacts-called nobody-reached-on-further-days
      lady-byron day=1 parents=passed-on: parents-called-on-the-first-day parent-passed-on
      lady-byron day=1 youth-justice social-worker: parents-called-on-the-first-day youth-justice-worker-told social-worker-told
      lady-byron day=1 concern: parents-called-on-the-first-day concern-raised visit-on-concern
      lady-byron day=4: parents-called-on-further-days
      lady-byron day=5: parents-called-on-further-days code-decided
      lady-byron day=6: parents-called-on-further-days code-decided
      lady-byron day=9: parents-called-on-further-days code-decided
      lady-byron day=10: parents-called-on-further-days code-decided missing-after-ten-days
      lady-byron day=11: parents-called-on-further-days code-decided missing-after-ten-days
      lady-byron day=11 explained:
      nailsworth day=1: first-day-message parents-called
      nailsworth day=1 parents=no: first-day-message parents-called
      nailsworth day=1 parents=passed-on: first-day-message parents-called parent-passed-on
      nailsworth day=1 social-worker youth-justice: first-day-message parents-called social-worker-told youth-justice-worker-told
      nailsworth day=1 concern: first-day-message parents-called concern-raised visit-on-concern
      nailsworth day=4: first-day-message parents-called
      nailsworth day=5: first-day-message parents-called code-decided
      nailsworth day=6: first-day-message parents-called code-decided
      nailsworth day=9: first-day-message parents-called code-decided
      nailsworth day=10: first-day-message parents-called code-decided missing-after-ten-days
      nailsworth day=11: first-day-message parents-called code-decided missing-after-ten-days
      nailsworth day=11 explained:
      raleigh day=1: message-each-day parents-called
      raleigh day=2: message-each-day parents-called
      raleigh day=3: message-each-day parents-called visit-on-the-third-day
      raleigh day=4: message-each-day parents-called visit-on-the-third-day
      raleigh day=4 seen: message-each-day parents-called
      raleigh day=1 concern: message-each-day parents-called visit-on-concern concern-raised
      raleigh day=1 social-worker: message-each-day parents-called social-worker-told
      raleigh day=1 social-worker parents=no: message-each-day parents-called visit-of-pupil-with-plan social-worker-told
      raleigh day=1 youth-justice: message-each-day parents-called youth-justice-worker-told
      raleigh day=1 social-worker youth-justice explained: social-worker-told youth-justice-worker-told
      raleigh day=2 explained:
      raleigh day=3 explained: visit-prompted-when-unseen
      raleigh day=4 explained: visit-prompted-when-unseen
      raleigh day=4 explained seen:
      raleigh day=1 parents=passed-on: message-each-day parents-called parent-passed-on
      raleigh day=5: message-each-day parents-called visit-on-the-third-day code-decided
      raleigh day=6 seen: message-each-day parents-called code-decided
      raleigh day=9: message-each-day parents-called visit-on-the-third-day code-decided
      raleigh day=10: message-each-day parents-called visit-on-the-third-day code-decided missing-after-ten-days
      raleigh day=11: message-each-day parents-called visit-on-the-third-day code-decided missing-after-ten-days
      raleigh day=9 explained: visit-prompted-when-unseen
      raleigh day=10 explained: visit-prompted-when-unseen missing-after-ten-days
      raleigh day=11 explained seen:
      """;

  static Stream<Case> cases() {
    return CASES.lines().map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asksForTheStepsOfThePack(Case asked) {
    Decided decided = DECISION.decide(PACKS.pack(asked.pack).version(), KEY, asked.facts);

    assertThat(decided.rows()).extracting(Decided.Matched::id).isEqualTo(asked.rows);
  }

  @Test
  void everyRowOfEveryTableIsAmongTheCases() {
    for (PolicyPack pack : PACKS.all()) {
      Set<String> tried =
          cases()
              .filter(one -> one.pack.equals(pack.id()))
              .flatMap(one -> one.rows.stream())
              .collect(Collectors.toCollection(TreeSet::new));

      assertThat(tried)
          .as(pack.id())
          .containsExactlyInAnyOrderElementsOf(
              pack.table(KEY).rows().stream().map(DecisionTable.Row::id).toList());
    }
  }

  @Test
  void aRowBeginsOnADayAndNeverAsksForThatDayAlone() {
    for (PolicyPack pack : PACKS.all()) {
      assertThat(pack.table(KEY).rows())
          .as(pack.id())
          .allSatisfy(row -> assertThat(row.cells().get(0).text()).matches("-|>= \\d+|< \\d+"));
    }
  }

  @Test
  void everyStepIsATaskWithADeadlineOrALetterOrAnEnd() {
    Set<String> others =
        Set.of("send-first-day-message", "send-first-day-letter", "send-second-letter", "missing");
    for (PolicyPack pack : PACKS.all()) {
      assertThat(pack.table(KEY).rows())
          .allSatisfy(
              row -> {
                String step = String.valueOf(row.answers().get(0));
                assertThat(
                        others.contains(step)
                            || pack.settings().all().containsKey("deadlines." + step))
                    .as("%s: %s", pack.id(), step)
                    .isTrue();
              });
    }
  }

  record Case(String pack, Map<String, Object> facts, List<String> rows) {

    static Case of(String line) {
      String[] sides = line.strip().split(":");
      List<String> words = Arrays.asList(sides[0].split(" "));
      Map<String, Object> facts = new HashMap<>();
      facts.put("schoolDay", Integer.valueOf(said(words, "day", "1")));
      facts.put("parentReached", said(words, "parents", "not-tried"));
      facts.put("emergencyContactReached", said(words, "emergency", "not-tried"));
      facts.put("absenceConfirmed", words.contains("confirmed"));
      facts.put("childSeen", words.contains("seen"));
      facts.put("socialWorker", words.contains("social-worker"));
      facts.put("youthJustice", words.contains("youth-justice"));
      facts.put("safeguardingConcern", words.contains("concern"));
      facts.put("explained", words.contains("explained"));
      return new Case(
          words.get(0),
          facts,
          sides.length == 1 ? List.of() : Arrays.asList(sides[1].strip().split(" ")));
    }

    private static String said(List<String> words, String key, String otherwise) {
      return words.stream()
          .filter(word -> word.startsWith(key + "="))
          .map(word -> word.substring(key.length() + 1))
          .findFirst()
          .orElse(otherwise);
    }
  }
}

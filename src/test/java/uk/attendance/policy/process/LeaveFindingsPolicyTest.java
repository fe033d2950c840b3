package uk.attendance.policy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.attendance.policy.Decided;
import uk.attendance.policy.DecisionTable;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;

/** Every row of every leave-findings table; each limit, the number before it and the one after. */
class LeaveFindingsPolicyTest {

  private static final PolicyPacks PACKS = PolicyPacks.bundled();
  private static final PolicyDecision DECISION = new PolicyDecision(PACKS);
  private static final String KEY = "leave-findings";

  /**
   * pack, then what is known (nothing said: an interview of one day, asked 8 weeks before by a
   * parent the pupil lives with): the rows that apply, in the table's order.
   */
  private static final String CASES =
      """
      national: school-fixes-days
      national elsewhere: applicant-lives-elsewhere school-fixes-days
      national afterwards: not-in-advance school-fixes-days
      national ground=holiday: holiday school-fixes-days
      national ground=exceptional days=4: school-fixes-days
      national ground=exceptional days=5: school-fixes-days place-may-be-lost
      national ground=exceptional days=6: school-fixes-days place-may-be-lost
      national ground=interview days=5: school-fixes-days
      st-vincent: no-work-set
      st-vincent afterwards: not-in-advance no-work-set
      st-vincent elsewhere: applicant-lives-elsewhere no-work-set
      st-vincent unauthorised=1: attendance-does-not-decide no-work-set
      st-vincent unauthorised=2: attendance-does-not-decide no-work-set
      st-vincent ground=exceptional: exceptional-means others-may-be-consulted penalty-likely no-work-set
      st-vincent ground=holiday: holiday others-may-be-consulted penalty-likely no-work-set
      st-vincent days=5: no-work-set
      st-vincent days=6: more-than-a-week no-work-set
      st-vincent days=7: more-than-a-week no-work-set
      st-vincent ground=holiday days=4: holiday others-may-be-consulted penalty-likely no-work-set
      st-vincent ground=holiday days=5: holiday others-may-be-consulted penalty-likely no-work-set place-may-be-lost
      st-vincent ground=holiday days=6: holiday more-than-a-week others-may-be-consulted penalty-likely no-work-set place-may-be-lost
      dothill: answer-in-writing
      dothill afterwards: not-in-advance answer-in-writing
      dothill elsewhere: applicant-lives-elsewhere answer-in-writing
      dothill ground=exceptional: exceptional-means answer-in-writing
      dothill ground=holiday: holiday answer-in-writing
      dothill ground=performance days=4: answer-in-writing
      dothill ground=performance days=5: answer-in-writing place-may-be-lost
      dothill ground=performance days=6: answer-in-writing place-may-be-lost
      lady-byron weeks=3: notice-under-four-weeks evidence-wanted
      lady-byron weeks=4: evidence-wanted
      lady-byron weeks=5: evidence-wanted
      lady-byron afterwards: not-in-advance evidence-wanted
      lady-byron elsewhere: applicant-lives-elsewhere evidence-wanted
      lady-byron ground=protest: protest
      lady-byron ground=holiday: holiday
      lady-byron ground=performance: evidence-wanted
      lady-byron ground=exceptional: evidence-wanted
      lady-byron ground=study:
      lady-byron ground=part-time-timetable:
      lady-byron ground=religious: religious-body
      lady-byron ground=exceptional days=4: evidence-wanted
      lady-byron ground=exceptional days=5: evidence-wanted place-may-be-lost
      lady-byron ground=exceptional days=6: evidence-wanted place-may-be-lost
      nailsworth: figures-in-answer
      nailsworth afterwards: not-in-advance figures-in-answer
      nailsworth elsewhere: applicant-lives-elsewhere figures-in-answer
      nailsworth weeks=1: notice-under-two-weeks figures-in-answer
      nailsworth weeks=2: figures-in-answer
      nailsworth weeks=3: figures-in-answer
      nailsworth days=5: figures-in-answer
      nailsworth days=6: over-five-days figures-in-answer
      nailsworth days=7: over-five-days figures-in-answer
      nailsworth first-term: in-first-term figures-in-answer
      nailsworth tests: in-test-period figures-in-answer
      nailsworth unauthorised=1 days=4: unauthorised-absence figures-in-answer notice-possible-with-history
      nailsworth unauthorised=2 days=5: unauthorised-absence figures-in-answer
      nailsworth ground=exceptional: interrupts-learning figures-in-answer
      nailsworth ground=holiday days=4: interrupts-learning figures-in-answer holiday
      nailsworth ground=holiday days=5: interrupts-learning figures-in-answer holiday notice-possible-at-five-days place-may-be-lost
      nailsworth ground=holiday days=6: over-five-days interrupts-learning figures-in-answer holiday notice-possible-at-five-days place-may-be-lost
      nailsworth ground=religious religious=2: figures-in-answer
      nailsworth ground=religious religious=3: figures-in-answer
      nailsworth ground=religious religious=4: figures-in-answer over-three-religious-days
      nailsworth ground=religious days=2 religious=4: figures-in-answer more-than-a-day over-three-religious-days
      nailsworth ground=religious days=3 religious=5: figures-in-answer more-than-a-day over-three-religious-days
      raleigh: principal-fixes-days appeal-possible
      raleigh afterwards: not-in-advance principal-fixes-days appeal-possible
      raleigh elsewhere: applicant-lives-elsewhere principal-fixes-days appeal-possible
      raleigh ground=protest: protest principal-fixes-days appeal-possible
      raleigh ground=exceptional: exceptional-means principal-fixes-days appeal-possible
      raleigh ground=holiday: holiday principal-fixes-days appeal-possible
      raleigh weeks=2: notice-under-three-weeks principal-fixes-days appeal-possible
      raleigh weeks=3: principal-fixes-days appeal-possible
      raleigh weeks=4: principal-fixes-days appeal-possible
      raleigh ground=exceptional days=4: exceptional-means principal-fixes-days appeal-possible
      raleigh ground=exceptional days=5: exceptional-means principal-fixes-days appeal-possible place-may-be-lost
      raleigh ground=exceptional days=6: exceptional-means principal-fixes-days appeal-possible place-may-be-lost
      """;

  static Stream<Case> cases() {
    return CASES.lines().map(Case::of);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatThePolicySays(Case asked) {
    Decided decided = DECISION.decide(PACKS.pack(asked.pack).version(), KEY, asked.facts);

    assertThat(decided.rows()).extracting(Decided.Matched::id).isEqualTo(asked.rows);
  }

  @Test
  void everyRowOfEveryPackIsHit() {
    Set<String> hit = new TreeSet<>();
    cases().forEach(one -> one.rows.forEach(row -> hit.add(one.pack + " " + row)));
    Set<String> all = new TreeSet<>();
    for (PolicyPack pack : PACKS.all()) {
      for (DecisionTable.Row row : pack.table(KEY).rows()) {
        all.add(pack.id() + " " + row.id());
      }
    }

    assertThat(hit).isEqualTo(all);
  }

  @Test
  void onlyWhatTheLawOrThePolicyRulesOutMustBeDeclined() {
    Set<String> ruledOut = new TreeSet<>();
    for (PolicyPack pack : PACKS.all()) {
      for (DecisionTable.Row row : pack.table(KEY).rows()) {
        if (row.answers().get(1).equals("must-decline")) {
          ruledOut.add(String.valueOf(row.answers().get(0)));
        }
      }
    }

    assertThat(ruledOut)
        .containsExactly(
            "applicant-lives-elsewhere",
            "first-term",
            "not-in-advance",
            "protest",
            "test-period",
            "unauthorised-absence");
  }

  record Case(String pack, Map<String, Object> facts, List<String> rows, String words) {

    static Case of(String line) {
      String[] sides = line.strip().split(":", 2);
      String[] words = sides[0].split(" ");
      Map<String, Object> facts = new HashMap<>();
      facts.put("applicantLivesWithPupil", true);
      facts.put("askedInAdvance", true);
      facts.put("noticeWeeks", 8);
      facts.put("ground", "interview");
      facts.put("schoolDaysAsked", 1);
      facts.put("firstTerm", false);
      facts.put("testPeriod", false);
      facts.put("unauthorisedSessions", 0);
      facts.put("religiousDays", 0);
      for (String word : words) {
        String[] said = word.split("=");
        switch (said[0]) {
          case "elsewhere" -> facts.put("applicantLivesWithPupil", false);
          case "afterwards" -> facts.put("askedInAdvance", false);
          case "weeks" -> facts.put("noticeWeeks", Integer.parseInt(said[1]));
          case "ground" -> facts.put("ground", said[1]);
          case "days" -> facts.put("schoolDaysAsked", Integer.parseInt(said[1]));
          case "first-term" -> facts.put("firstTerm", true);
          case "tests" -> facts.put("testPeriod", true);
          case "unauthorised" -> facts.put("unauthorisedSessions", Integer.parseInt(said[1]));
          case "religious" -> facts.put("religiousDays", Integer.parseInt(said[1]));
          default -> assertThat(word).isEqualTo(words[0]);
        }
      }
      List<String> rows =
          Arrays.stream(sides[1].strip().split(" ")).filter(row -> !row.isEmpty()).toList();
      return new Case(words[0], facts, rows, line.strip());
    }

    @Override
    public String toString() {
      return words;
    }
  }
}

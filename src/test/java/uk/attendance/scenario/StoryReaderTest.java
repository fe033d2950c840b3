package uk.attendance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.Session;

/** What a story may say, and how it is told where it says something else. */
class StoryReaderTest {

  private static final String STORY =
      """
      scenario: A story
      policy: dothill
      year: {from: 2025-09-01, to: 2026-07-17, closed: [2025-10-27/2025-10-31, 2026-05-04]}
      pupils:
        P1: {year: 4, entered: 2022-09-05, flags: [social-worker]}
      contacts:
        M1: {of: [P1], relationship: mother, parental-responsibility: yes, mobile: "07700900111"}
      people:
        G2: {role: governor}
      marks:
        - {pupil: P1, from: 2025-09-03, to: 2025-10-24, am: "/", pm: "\\\\"}
      story:
        - at: 2025-11-03 09:30
          import: {P1: {am: N, 2025-10-24: {pm: N}}}
          do: {task: telephone-parents, pupil: P1, outcome: no-answer, with: {concern: yes, reason: "yes"}}
          expect:
            - {task: telephone-parents, pupil: P1, role: office, due: 2025-11-03}
            - {no-letter: first-day-text, to: local-authority, by: sms}
            - {error: code}
      """;

  private static final Vocabulary WORDS =
      new Vocabulary() {
        @Override
        public Set<String> tasks() {
          return Set.of("telephone-parents");
        }

        @Override
        public Set<String> processes() {
          return Set.of("first-day-contact");
        }

        @Override
        public Set<String> messages() {
          return Set.of("absence-explained");
        }
      };

  private final StoryReader reader = new StoryReader(PolicyPacks.bundled(), WORDS);

  @Test
  void readsWhatItSays() {
    Story story = reader.read("a.yaml", STORY);

    assertThat(story.title()).isEqualTo("A story");
    assertThat(story.year().closed()).hasSize(2);
    Story.Step step = story.steps().get(0);
    assertThat(step.happenings()).hasSize(2);
    assertThat(((Happening.Import) step.happenings().get(0)).entries())
        .extracting(Story.Entry::session)
        .containsExactly(Session.AM, Session.PM);
    assertThat(((Happening.Do) step.happenings().get(1)).with())
        .isEqualTo(Map.of("concern", true, "reason", "yes"));
    assertThat(step.refusals()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy: dothill | policy: dothil | a.yaml:2: no policy pack 'dothil'
          policy: dothill | policy: raleigh | a.yaml:2: policy raleigh needs an academy
          policy: dothill | polcy: dothill | a.yaml:2: unknown key 'polcy' in the story
          2026-07-17, closed | 17/07/2026, closed | a.yaml:3: expected a date like 2025-11-03, found '17/07/2026'
          2026-05-04] | 2026-02-30] | a.yaml:3: expected a date like 2025-11-03, found '2026-02-30'
          2025-10-27/2025-10-31 | 2025-10-31/2025-10-27 | a.yaml:3: ends before it begins
          year: 4 | year: 14 | a.yaml:5: year group '14'
          year: 4 | year: 4, clas: 3 | a.yaml:5: unknown key 'clas' in a pupil
          [social-worker] | [social-wroker] | a.yaml:5: no flag 'social-wroker'
          of: [P1] | of: [P9] | a.yaml:7: no pupil 'P9'
          responsibility: yes | responsibility: maybe | a.yaml:7: expected yes or no, found 'maybe'
          role: governor | role: gouvernor | a.yaml:9: no role 'gouvernor'
          am: "/" | am: "?" | a.yaml:11: no register code '?'
          from: 2025-09-03 | fro: 2025-09-03 | a.yaml:11: unknown key 'fro' in a row of marks
          at: 2025-11-03 09:30 | at: 2025-11-03 9.30 | a.yaml:13: expected a time like 2025-11-03 09:30
          at: 2025-11-03 09:30 | at: 2025-11-03 25:30 | a.yaml:13: expected a time like 2025-11-03 09:30
          {am: N, | {noon: N, | a.yaml:14: unknown key 'noon' in marks
          {am: N, | {am: NN, | a.yaml:14: no register code 'NN'
          do: {task: telephone-parents | do: {task: telephone-parent | a.yaml:15: no task 'telephone-parent'
          role: office | role: offices | a.yaml:17: no role 'offices'
          no-letter: first-day-text | no-letter: first-day-txt | a.yaml:18: no letter 'first-day-txt'
          to: local-authority | to: M2 | a.yaml:18: no contact 'M2'
          by: sms | by: pigeon | a.yaml:18: no channel 'pigeon'
          {error: code} | {eror: code} | a.yaml:19: an expectation needs one of
          {error: code} | {notice: M1, pupil: P1} | a.yaml:19: notice is not part of this product yet
          {error: code} | {case: first-day-contact, pupil: P1} | a.yaml:19: case needs the key 'state'
          {error: code} | {case: first-day, pupil: P1, state: open} | a.yaml:19: no process 'first-day'
          import: | request-leave: | a.yaml:14: unknown key 'P1' in request-leave; known: children, from, to, ground, reason, applicant, received
          import: | imports: | a.yaml:14: unknown key 'imports' in a step
          """)
  void saysWhatMeansNothingWithFileAndLine(String written, String instead, String said) {
    assertThat(STORY).contains(written);
    StoryRefused refused =
        catchThrowableOfType(
            StoryRefused.class, () -> reader.read("a.yaml", STORY.replace(written, instead)));
    assertThat(refused.lines()).anySatisfy(line -> assertThat(line).startsWith(said));
  }

  @Test
  void namesEveryFaultAtOnce() {
    StoryRefused refused =
        catchThrowableOfType(
            StoryRefused.class,
            () ->
                reader.read(
                    "a.yaml",
                    STORY.replace("role: office,", "role: x,").replace("am: N,", "am: Q9,")));
    assertThat(refused.lines()).hasSize(2);
  }

  @Test
  void refusesWhatIsNoYaml() {
    for (String text : List.of("", "- a list", "scenario: [", "just words")) {
      StoryRefused refused =
          catchThrowableOfType(StoryRefused.class, () -> reader.read("a.yaml", text));
      assertThat(refused.lines().get(0)).startsWith("a.yaml:1: is no ");
    }
  }

  @Test
  void movesTheClockForwardOnly() {
    StoryRefused refused =
        catchThrowableOfType(
            StoryRefused.class, () -> reader.read("a.yaml", STORY + "  - at: 2025-11-03 09:29\n"));
    assertThat(refused.lines().get(0))
        .startsWith("a.yaml:20: the clock goes forward only: found 2025-11-03T09:29");
  }
}

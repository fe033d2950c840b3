package uk.attendance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** What the runner says of stories that do not come out, or cannot be told. */
@Telling
class RunnerTest {

  private static final String STORY =
      """
      scenario: One call
      policy: st-vincent
      year: {from: 2025-09-01, to: 2026-07-17, closed: [2025-10-27/2025-10-31]}
      pupils:
        P1: {year: 4, entered: 2022-09-05}
      contacts:
        M1: {of: [P1], relationship: mother, parental-responsibility: yes, mobile: "07700900111"}
      marks:
        - {pupil: P1, from: 2025-10-20, to: 2025-10-24, am: "/", pm: "\\\\"}
        - {pupil: P1, from: 2025-10-23, to: 2025-10-24, am: O, pm: O}
      story:
        - at: 2025-11-03 09:30
          import: {P1: {am: N}}
          expect:
            - {task: telephone-parents, pupil: P1}
      """;

  @TempDir Path folder;
  @Autowired TellingStories telling;

  @Test
  void countsWhatPassedAndWhatFailed() throws IOException {
    String out =
        run(
            false,
            story("good.yaml", STORY),
            story("bad.yaml", STORY.replace("pupil: P1}\n", "pupil: P1, role: dsl}\n")));

    assertThat(out.lines().toList()).hasSize(2).last().isEqualTo("1 passed, 1 failed");
    assertThat(out)
        .contains(
            "bad.yaml:15: at 2025-11-03 09:30: expected task telephone-parents for P1, role dsl")
        .contains("found open: telephone-parents for P1, role office, due 2025-11-03");
  }

  @Test
  void fails() throws IOException {
    RunningScenarios running = running();
    running.run(
        List.of(story("bad.yaml", STORY.replace("{task: tele", "{no-task: tele"))),
        false,
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    assertThat(running.getExitCode()).isEqualTo(1);
  }

  @Test
  void namesATaskThatDoesNotExistWithFileAndLine() throws IOException {
    String out = run(false, story("typo.yaml", STORY.replace("telephone-parents", "ring-parents")));
    assertThat(out)
        .contains("typo.yaml:15: no task 'ring-parents'")
        .endsWith("0 passed, 1 failed\n");
  }

  @Test
  void namesAKeyADateAndALetterThatMeanNothing() throws IOException {
    assertThat(run(false, story("a.yaml", STORY.replace("entered:", "enterd:"))))
        .contains("a.yaml:5: unknown key 'enterd' in a pupil");
    assertThat(run(false, story("a.yaml", STORY.replace("2025-11-03 09:30", "2025-11-31 09:30"))))
        .contains("a.yaml:12: expected a time like 2025-11-03 09:30, found '2025-11-31 09:30'");
    assertThat(run(false, story("a.yaml", STORY.replace("{task: telephone", "{letter: telephone"))))
        .contains("a.yaml:15: no letter 'telephone-parents'");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThat(run(false, "nowhere.yaml")).startsWith("nowhere.yaml:1: cannot be read");
  }

  @Test
  void saysWhenAStepIsRefusedAndWhenItIsNot() throws IOException {
    String asked =
        STORY
            + """
                - at: 2025-11-03 10:00
                  do: {task: telephone-parents, pupil: P1, outcome: shouted}
              """;
    assertThat(run(false, story("a.yaml", asked)))
        .contains("a.yaml:16: at 2025-11-03 10:00: expected the step to be done; found outcome");
    assertThat(run(false, story("a.yaml", asked + "    expect: [{error: OUTCOME}]\n")))
        .isEqualTo("1 passed, 0 failed\n");
    assertThat(
            run(
                false,
                story(
                    "a.yaml",
                    asked.replace("shouted", "no-answer") + "    expect: [{error: outcome}]\n")))
        .contains("a.yaml:18: at 2025-11-03 10:00: expected the step refused with 'outcome'");
  }

  @Test
  void refusesToAnswerATaskThatIsNotOpen() throws IOException {
    String asked =
        STORY
            + """
                - do: {task: safe-and-well-visit, pupil: P1, outcome: no-reply}
              """;
    assertThat(run(false, story("a.yaml", asked)))
        .contains(
            "a.yaml:16: expected the step to be done; found task safe-and-well-visit of P1 is not open");
  }

  @Test
  void countsTheHistoryAndStartsNothingByIt() throws IOException {
    String figures =
        STORY.replace(
            "- {task: telephone-parents, pupil: P1}",
            """
            - {count: unauthorised-in-window, pupil: P1, is: 4}
                  - {attendance: P1, is: 54.54, persistent: yes}
                  - {no-task: decide-absence-code, pupil: P1}
                  - {mark: P1, on: 2025-10-24, session: PM, is: O}""");
    assertThat(run(false, story("a.yaml", figures))).isEqualTo("1 passed, 0 failed\n");
  }

  @Test
  void printsEverythingThatWasDone() throws IOException {
    String out = run(true, story("good.yaml", STORY));
    assertThat(out).startsWith("at,pupil,case,element,action,detail,rule\n");
    assertThat(out)
        .containsPattern("2025-11-03 09:30,P1,first-day-contact,telephone-parents,asked,.*,SV-F2");
  }

  private String story(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  private RunningScenarios running() {
    return new RunningScenarios(telling, new DefaultApplicationArguments());
  }

  private String run(boolean ledger, String... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    running().run(Arrays.asList(files), ledger, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}

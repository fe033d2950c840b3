package uk.attendance.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.StandingClock;
import uk.attendance.WholeProgram;
import uk.attendance.account.Actor;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.Timeline;
import uk.attendance.form.Entered;
import uk.attendance.form.Filled.Line;
import uk.attendance.worklist.ExampleCall.Someone;

/** A task done on the real engine: once, by whom, and taken back. */
class SubmittingTasksTest {

  private static final Map<String, Object> NO_ANSWER =
      Map.of("outcome", "no-answer", "notes", "rang out", "visitedOn", "2025-11-03");

  private ExampleCall call;
  private Someone clerk;
  private TaskId task;

  private void on(WholeProgram program) {
    program.at(StandingClock.START);
    call = new ExampleCall(program);
    clerk = call.someone("Pat Clerk", Role.OFFICE);
    task = call.task();
  }

  @AfterEach
  void setBack() {
    call.program.setBack();
  }

  private SubmittingTasks submitting() {
    return call.program.bean(SubmittingTasks.class);
  }

  private Submitted submit(Someone by, Map<String, ?> answers) {
    return submitting().submit(task, answers, by.actor(), by.scope());
  }

  private Submission submission() {
    return call.program.bean(Submissions.class).find(task, clerk.scope()).orElseThrow();
  }

  private CaseFile file() {
    return call.program.bean(CaseFiles.class).get(call.caseId);
  }

  private List<EntryKind> record() {
    return call.program.bean(Timeline.class).of(call.caseId).stream().map(Entry::kind).toList();
  }

  @ParameterizedTest
  @EnumSource
  void completesTheTaskAndKeepsExactlyWhatWasSubmitted(WholeProgram on) {
    on(on);

    Submitted done = submit(clerk, NO_ANSWER);

    assertThat(done.outcome()).isEqualTo("no-answer");
    assertThat(done.undoUntil()).isEqualTo(StandingClock.START.plus(Duration.ofMinutes(10)));
    assertThat(file().outcome()).isEqualTo("Call made");
    assertThat(call.program.bean(OpenTasks.class).of(call.caseId)).isEmpty();
    assertThat(record()).contains(EntryKind.ANSWERED);
    assertThat(submission().answers())
        .isEqualTo(
            Map.of(
                "outcome",
                "no-answer",
                "notes",
                "rang out",
                "visitedOn",
                LocalDate.parse("2025-11-03"),
                "concern",
                false));
    assertThat(submission().lines())
        .filteredOn(line -> !line.answer().isEmpty())
        .extracting(Line::words)
        .containsExactly("Notes", "Visited on", "There is a concern", "What came of the call?");
    assertThat(submission().submittedName()).isEqualTo("Pat Clerk");
    assertThat(submission().submittedBy()).isEqualTo(clerk.person().id());
    assertThat(submission().role()).isEqualTo(Role.OFFICE);
  }

  @ParameterizedTest
  @EnumSource
  void isDoneOnceAndTheSecondIsToldWhoWasFirst(WholeProgram on) {
    on(on);
    Someone second = call.someone("Sam Second", Role.OFFICE);
    submit(clerk, NO_ANSWER);
    call.program.at(StandingClock.START.plusSeconds(60));

    assertThatThrownBy(() -> submit(second, NO_ANSWER))
        .isInstanceOfSatisfying(
            AlreadySubmitted.class,
            first -> {
              assertThat(first.name()).isEqualTo("Pat Clerk");
              assertThat(first.at()).isEqualTo(StandingClock.START);
            });
    assertThat(record()).containsOnlyOnce(EntryKind.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource
  void isDoneOnceByManyAtTheSameMoment(WholeProgram on) throws Exception {
    on(on);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<Object>> answers = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      Someone someone = call.someone("Person " + n, Role.OFFICE);
      Callable<Object> answer =
          () -> {
            go.await();
            try {
              return submit(someone, NO_ANSWER);
            } catch (AlreadySubmitted told) {
              return told;
            }
          };
      answers.add(threads.submit(answer));
    }

    go.countDown();

    List<Object> found = new ArrayList<>();
    for (Future<Object> answer : answers) {
      found.add(answer.get());
    }
    threads.shutdown();
    assertThat(found).hasOnlyElementsOfTypes(Submitted.class, AlreadySubmitted.class);
    assertThat(found).filteredOn(Submitted.class::isInstance).hasSize(1);
    assertThat(found)
        .filteredOn(AlreadySubmitted.class::isInstance)
        .extracting(told -> ((AlreadySubmitted) told).name())
        .containsOnly(submission().submittedName());
    assertThat(record()).containsOnlyOnce(EntryKind.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnswersByTheFormAndByTheFeatureAndKeepsTheTaskOpen(WholeProgram on) {
    on(on);

    assertThatThrownBy(() -> submit(clerk, Map.of("outcome", "reason-given")))
        .isInstanceOfSatisfying(
            AnswersRefused.class,
            refused -> assertThat(refused.errors()).containsOnlyKeys("spokeTo", "reason"))
        .hasMessageContaining("spokeTo");
    assertThatThrownBy(() -> submit(clerk, Map.of("outcome", "no-answer", "notes", "impossible")))
        .isInstanceOfSatisfying(
            AnswersRefused.class,
            refused -> assertThat(refused.errors()).isEqualTo(Map.of("notes", "That cannot be.")));
    assertThatThrownBy(() -> submit(clerk, Map.of("outcome", "no-answer", "note", "x")))
        .isInstanceOfSatisfying(
            AnswersRefused.class, refused -> assertThat(refused.errors()).containsOnlyKeys("note"));

    assertThat(call.task()).isEqualTo(task);
    assertThat(call.program.bean(Submissions.class).find(task, clerk.scope())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isForItsRoleAndItsSchool(WholeProgram on) {
    on(on);
    Someone lead = call.someone("Lee Lead", Role.ATTENDANCE_LEAD);
    Someone elsewhere = call.someone("Ola Other", Role.OFFICE, on.newSchool());

    assertThatThrownBy(() -> submit(lead, NO_ANSWER)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> submit(elsewhere, NO_ANSWER)).isInstanceOf(NotInSight.class);
    assertThatThrownBy(
            () ->
                submitting()
                    .submit(new TaskId("no-such-task"), NO_ANSWER, clerk.actor(), clerk.scope()))
        .isInstanceOf(NotInSight.class);
    submit(clerk, NO_ANSWER);
    assertThatThrownBy(() -> submit(elsewhere, NO_ANSWER)).isInstanceOf(NotInSight.class);
    assertThatThrownBy(() -> submitting().undo(task, elsewhere.actor(), elsewhere.scope()))
        .isInstanceOf(NotInSight.class);
    assertThatThrownBy(() -> submitting().undo(task, lead.actor(), lead.scope()))
        .isInstanceOf(NotAllowed.class);
  }

  @ParameterizedTest
  @EnumSource
  void theProgramItselfMayAnswerWhateverTheRole(WholeProgram on) {
    on(on);

    submitting().submit(task, NO_ANSWER, Actor.PROGRAM, Scope.ofTheSystem(call.school));

    assertThat(submission().submittedBy()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void saysThatATaskWasTakenAway(WholeProgram on) {
    on(on);
    call.program
        .bean(RunningCases.class)
        .tell(call.caseId, "call-not-needed", Map.of(), Actor.PROGRAM);

    assertThatThrownBy(() -> submit(clerk, NO_ANSWER)).isInstanceOf(TaskWithdrawn.class);
    assertThat(call.program.bean(FindingTasks.class).find(task, clerk.person(), clerk.scope()))
        .isInstanceOf(TaskInSight.Withdrawn.class);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsAnsweredUnderAHold(WholeProgram on) {
    on(on);
    Someone dsl = call.someone("Dee Lead", Role.DSL);
    Holds holds = call.program.bean(Holds.class);
    holds.place(call.school, call.pupil, "not to be told", null, dsl.actor());

    assertThatThrownBy(() -> submit(clerk, NO_ANSWER)).isInstanceOf(TaskOnHold.class);
    assertThat(call.program.bean(FindingTasks.class).find(task, clerk.person(), clerk.scope()))
        .isInstanceOf(TaskInSight.Held.class);

    holds.release(call.pupil, dsl.actor());
    submit(clerk, NO_ANSWER);
    holds.place(call.school, call.pupil, "not to be told", null, dsl.actor());
    assertThatThrownBy(() -> submitting().undo(task, clerk.actor(), clerk.scope()))
        .isInstanceOf(TaskOnHold.class);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerCanBeTakenBackForTenMinutes(WholeProgram on) {
    for (int minutes : List.of(9, 10)) {
      on(on);
      submit(clerk, NO_ANSWER);
      call.program.at(StandingClock.START.plus(Duration.ofMinutes(minutes)));

      submitting().undo(task, clerk.actor(), clerk.scope());

      assertThat(file().isOpen()).as("after %d minutes", minutes).isTrue();
      assertThat(call.task()).isNotEqualTo(task);
      assertThat(submission().undone())
          .isEqualTo(
              new Submission.Undone(
                  "Pat Clerk", "Clerk", StandingClock.START.plus(Duration.ofMinutes(minutes))));
      assertThat(record()).contains(EntryKind.ANSWERED, EntryKind.UNDONE, EntryKind.REOPENED);
      assertThatThrownBy(() -> submitting().undo(task, clerk.actor(), clerk.scope()))
          .isInstanceOf(UndoRefused.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void afterElevenMinutesItStands(WholeProgram on) {
    on(on);
    submit(clerk, NO_ANSWER);
    Instant late = StandingClock.START.plus(Duration.ofMinutes(11));
    call.program.at(late);

    assertThatThrownBy(() -> submitting().undo(task, clerk.actor(), clerk.scope()))
        .isInstanceOfSatisfying(
            UndoRefused.class, refused -> assertThat(refused.sentence()).contains("until 09:40"));
    assertThat(submission().undone()).isNull();
    assertThat(call.program.bean(UndoingAnswers.class).openUntil(submission(), clerk.scope()))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aDraftIsKeptPerPersonUntilItsOwnerSubmits(WholeProgram on) {
    on(on);
    Drafts drafts = call.program.bean(Drafts.class);
    Someone second = call.someone("Sam Second", Role.OFFICE);
    Entered words = new Entered(Map.of("notes", List.of("half a sen"), "outcome", List.of("x")));

    drafts.save(task, clerk.person().id(), words);
    drafts.save(task, clerk.person().id(), words.with("notes", List.of("half a sentence")));
    drafts.save(task, second.person().id(), words);

    assertThat(drafts.of(task, clerk.person().id()))
        .hasValueSatisfying(
            draft -> {
              assertThat(draft.entered().one("notes")).isEqualTo("half a sentence");
              assertThat(draft.savedAt()).isEqualTo(StandingClock.START);
            });
    assertThat(drafts.ofOthers(task, second.person().id()))
        .containsExactly(new Drafts.Colleague("Pat Clerk", StandingClock.START));
    submit(clerk, NO_ANSWER);
    assertThat(drafts.of(task, clerk.person().id())).isEmpty();
    assertThat(drafts.of(task, second.person().id())).isPresent();
    assertThatCode(
            () ->
                assertThat(
                        call.program
                            .bean(FindingTasks.class)
                            .find(task, second.person(), second.scope()))
                    .isInstanceOfSatisfying(
                        TaskInSight.Done.class, done -> assertThat(done.draft()).isPresent()))
        .doesNotThrowAnyException();
  }
}

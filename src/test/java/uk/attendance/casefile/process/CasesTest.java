package uk.attendance.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.StandingClock;
import uk.attendance.WholeProgram;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseDeadline;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.DeadlineState;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.DueWork;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Invariant;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.TaskId;
import uk.attendance.casefile.TaskNotOpen;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Why;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;

/** Cases on the real engine, told with the example process. */
class CasesTest {

  private static final Actor CLERK = new Actor(null, "Pat Clerk", "School secretary");
  private static final Why WHY = Why.of(new RuleId("NF-F1"), "A visit was asked for");

  /** The visit is due at the end of Monday 3 November 2025. */
  private static final Instant DUE = Instant.parse("2025-11-04T00:00:00Z");

  private WholeProgram program;
  private SchoolId school;
  private PupilId pupil;

  private void on(WholeProgram program) {
    this.program = program;
    program.at(StandingClock.START);
    school = program.newSchool();
    pupil = program.newPupil(school);
  }

  @AfterEach
  void setBack() {
    program.setBack();
  }

  private Opening visit() {
    return new Opening(
        "example-visit",
        "unexplained",
        school,
        pupil,
        program.bean(PolicyPacks.class).pack("national").version(),
        LocalDate.parse("2025-11-03"),
        Map.of("visitDue", Date.from(DUE)),
        WHY);
  }

  private RunningCases running() {
    return program.bean(RunningCases.class);
  }

  private CaseId opened() {
    return running().open(visit(), CLERK).orElseThrow();
  }

  private CaseFile file(CaseId id) {
    return program.bean(CaseFiles.class).get(id);
  }

  private OpenTask task(CaseId id) {
    return program.bean(OpenTasks.class).of(id).get(0);
  }

  private List<Entry> timeline(CaseId id) {
    return program.bean(Timeline.class).of(id);
  }

  private CaseDeadline deadline(CaseId id) {
    return program.bean(Deadlines.class).of(id).get(0);
  }

  @ParameterizedTest
  @EnumSource
  void opensACaseWithItsTaskDeadlineAndRecord(WholeProgram on) {
    on(on);

    CaseId id = opened();

    CaseFile file = file(id);
    assertThat(file.isOpen()).isTrue();
    assertThat(file.businessKey()).matches("example-visit/" + school + "/[0-9]+/2025-11-03");
    assertThat(program.bean(CaseFiles.class).byInstance(file.instance())).contains(file);
    OpenTask task = task(id);
    assertThat(task.task()).isEqualTo("visit-home");
    assertThat(task.role()).isEqualTo("attendance-officer");
    assertThat(task.dueOn()).isEqualTo("2025-11-03");
    assertThat(program.bean(CaseFiles.class).find(task.id())).contains(file);
    assertThat(deadline(id).state()).isEqualTo(DeadlineState.OPEN);
    assertThat(deadline(id).at()).isEqualTo(DUE);
    assertThat(timeline(id))
        .extracting(Entry::kind)
        .containsExactly(EntryKind.OPENED, EntryKind.PASSED, EntryKind.ENTERED, EntryKind.ASKED);
    assertThat(timeline(id).get(2).element()).isEqualTo("visit-home");
    assertThat(timeline(id).get(2).reference()).isEqualTo("to-visit");
    assertThat(timeline(id).get(0).why()).isEqualTo(WHY);
    assertThat(timeline(id).get(0).actor()).isEqualTo("Pat Clerk");
  }

  @ParameterizedTest
  @EnumSource
  void opensNoSecondCaseOfTheSameCause(WholeProgram on) {
    on(on);
    opened();

    assertThat(running().open(visit(), CLERK)).isEqualTo(Optional.empty());
    assertThat(program.bean(CaseFiles.class).openOf(pupil)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void closesWithTheNameOfTheEndItReached(WholeProgram on) {
    on(on);
    CaseId id = opened();
    TaskId task = task(id).id();

    running().complete(task, Map.of("childSeen", true), CLERK);

    assertThat(file(id).isOpen()).isFalse();
    assertThat(file(id).outcome()).isEqualTo("Child seen and well");
    assertThat(program.bean(OpenTasks.class).of(id)).isEmpty();
    assertThat(deadline(id).state()).isEqualTo(DeadlineState.KEPT);
    assertThat(timeline(id)).last().extracting(Entry::kind).isEqualTo(EntryKind.CLOSED);
    assertThat(timeline(id))
        .filteredOn(entry -> entry.kind() == EntryKind.ANSWERED)
        .extracting(Entry::actor)
        .containsExactly("Pat Clerk");
    assertThatThrownBy(() -> running().complete(task, Map.of("childSeen", true), CLERK))
        .isInstanceOf(TaskNotOpen.class);
    assertThat(running().open(visit(), CLERK)).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void writesAMessageThatNobodyAwaitsAndGoesOn(WholeProgram on) {
    on(on);
    CaseId id = opened();

    assertThat(running().tell(id, "absence-explained", Map.of(), CLERK)).isFalse();

    assertThat(timeline(id)).last().extracting(Entry::kind).isEqualTo(EntryKind.UNHEARD);
    assertThat(timeline(id)).last().extracting(Entry::words).isEqualTo("Absence explained");
    assertThat(file(id).isOpen()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void keepsADeadlineUntilItsDayIsOver(WholeProgram on) {
    for (String[] row :
        List.of(
            new String[] {"2025-11-03T23:59:59Z", "KEPT"},
            new String[] {"2025-11-04T00:00:00Z", "LATE"},
            new String[] {"2025-11-04T00:00:01Z", "LATE"})) {
      on(on);
      CaseId id = opened();
      program.at(row[0]);

      running().complete(task(id).id(), Map.of("childSeen", false), CLERK);

      assertThat(deadline(id).state().name()).as(row[0]).isEqualTo(row[1]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void runsWhatIsDueByTheClockInItsOrder(WholeProgram on) {
    on(on);
    CaseId id = opened();
    DueWork work = program.bean(DueWork.class);
    program.at(DUE.minusMillis(1));
    work.run(DUE.minusMillis(1));
    assertThat(timeline(id)).noneMatch(entry -> "lead-asked".equals(entry.element()));

    program.at(DUE);
    work.run(DUE);

    assertThat(timeline(id)).anyMatch(entry -> "lead-asked".equals(entry.element()));
    assertThat(file(id).isOpen()).isTrue();
    running().complete(task(id).id(), Map.of("childSeen", true), CLERK);
    assertThat(file(id).outcome()).isEqualTo("Child seen and well");
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingOfWhatIsRolledBack(WholeProgram on) {
    on(on);
    PupilId sibling = program.newPupil(school);
    CaseId[] id = new CaseId[1];

    assertThatThrownBy(
            () ->
                running()
                    .together(
                        () -> {
                          id[0] = opened();
                          pupil = sibling;
                          opened();
                          throw new IllegalStateException("the second one fails");
                        }))
        .hasStackTraceContaining("the second one fails");

    assertThat(program.bean(CaseFiles.class).find(id[0])).isEmpty();
    assertThat(program.bean(OpenTasks.class).of(id[0])).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void opensTellsAndCompletesInOneCommand(WholeProgram on) {
    on(on);
    CaseId[] id = new CaseId[1];

    running()
        .together(
            () -> {
              id[0] = opened();
              running().tell(id[0], "absence-explained", Map.of(), CLERK);
              running().complete(task(id[0]).id(), Map.of("childSeen", true), CLERK);
              running().tellAfterwards(id[0], "register-closed", Map.of(), CLERK);
            });

    assertThat(file(id[0]).outcome()).isEqualTo("Child seen and well");
    assertThat(timeline(id[0])).last().extracting(Entry::element).isEqualTo("register-closed");
  }

  @ParameterizedTest
  @EnumSource
  void opensAClosedCaseAnew(WholeProgram on) {
    on(on);
    CaseId id = opened();
    running().complete(task(id).id(), Map.of("childSeen", true), CLERK);

    running().reopen(id, Map.of("visitDue", Date.from(DUE)), CLERK);

    assertThat(file(id).isOpen()).isTrue();
    assertThat(task(id).task()).isEqualTo("visit-home");
    assertThat(running().open(visit(), CLERK)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refusesVariablesThatWouldBeSerialized(WholeProgram on) {
    on(on);
    CaseId id = opened();

    assertThatThrownBy(
            () ->
                running()
                    .complete(
                        task(id).id(), Map.of("visitedOn", LocalDate.parse("2025-11-03")), CLERK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'visitedOn' is a java.time.LocalDate");
    assertThatThrownBy(
            () ->
                program
                    .bean(RuntimeService.class)
                    .setVariable(file(id).instance(), "visitedOn", LocalDate.parse("2025-11-03")))
        .as("a delegate cannot either")
        .isInstanceOf(ProcessEngineException.class);
  }

  @ParameterizedTest
  @EnumSource
  void findsAnEntryThatWasAlteredOrTakenAway(WholeProgram on) {
    on(on);
    CaseId altered = opened();
    pupil = program.newPupil(school);
    CaseId shortened = opened();
    assertThat(broken("I6")).isEmpty();

    program
        .jdbc()
        .sql("update case_entry set words = 'Nobody rang' where case_id = :id and position = 4")
        .param("id", altered.value())
        .update();
    program
        .jdbc()
        .sql("delete from case_entry where case_id = :id and position = 4")
        .param("id", shortened.value())
        .update();

    assertThat(broken("I6"))
        .containsExactly(
            "entry 4 of case %s has other words, another reason or name than when it was made"
                .formatted(altered),
            "case %s remembers 4 entries, found 3 that fit".formatted(shortened));
    program
        .jdbc()
        .sql("update case_entry set words = '' where case_id = :id and position = 4")
        .param("id", altered.value())
        .update();
    program
        .jdbc()
        .sql("delete from case_entry where case_id = :id")
        .param("id", shortened.value())
        .update();
    program
        .jdbc()
        .sql("update case_file set entries = 0, head = :start where id = :id")
        .param("start", "0".repeat(64))
        .param("id", shortened.value())
        .update();
    assertThat(broken("I6")).as("erased words leave the chain standing").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyInvariantOfCasesHoldsWhateverHappened(WholeProgram on) {
    on(on);
    opened();

    for (Invariant invariant : program.invariants("casefile", "worklist")) {
      assertThat(invariant.broken()).as(invariant.sentence()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void seesACaseWithoutItsProcessAndATaskWithoutItsRow(WholeProgram on) {
    on(on);
    CaseId id = opened();
    String instance = file(id).instance();
    String task = task(id).id().value();
    program.jdbc().sql("update case_file set instance_id = 'x' where id = " + id).update();
    program.jdbc().sql("update worklist set task_id = 'y' where case_id = " + id).update();

    assertThat(broken("I5")).contains("case %s is open and has no process".formatted(id));
    assertThat(broken("I9")).contains("worklist row y has no task");

    program
        .jdbc()
        .sql("update case_file set instance_id = '" + instance + "' where id = " + id)
        .update();
    assertThat(broken("I9")).contains("task %s has no worklist row".formatted(task));
    program
        .jdbc()
        .sql("update worklist set task_id = '" + task + "' where case_id = " + id)
        .update();
    assertThat(broken("I9")).isEmpty();
  }

  private List<String> broken(String invariant) {
    return program.invariants("casefile", "worklist").stream()
        .filter(one -> one.id().equals(invariant))
        .flatMap(one -> one.broken().stream())
        .toList();
  }
}

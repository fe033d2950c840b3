package uk.attendance.engineroom.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.StandingClock;
import uk.attendance.WholeProgram;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Timeline;
import uk.attendance.engineroom.EngineWork;
import uk.attendance.engineroom.FailedStep;
import uk.attendance.engineroom.StuckCase;
import uk.attendance.engineroom.StuckCase.Matter;
import uk.attendance.engineroom.TryingAgain;
import uk.attendance.engineroom.TryingAgain.Result;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/** Steps that failed and cases that nothing moves, on the real engine. */
class EngineWorkTest {

  private static final Actor ADMIN = new Actor(null, "Alex Admin", "Business manager");
  private static final Actor LEAD = new Actor(null, "Jo Guard", "Safeguarding lead");
  private static final Instant QUARTER_AGO = StandingClock.START.minus(Duration.ofMinutes(15));

  private WholeProgram program;
  private Mending mending;
  private SchoolId school;
  private PupilId pupil;

  private void on(WholeProgram on) {
    program = on;
    program.at(StandingClock.START);
    mending = new Mending(program::bean);
    school = program.newSchool();
    pupil = program.newPupil(school);
  }

  @AfterEach
  void setBack() {
    FailingStep.mendAll();
    program.setBack();
  }

  private EngineWork engine() {
    return program.bean(EngineWork.class);
  }

  private List<FailedStep> failed() {
    return engine().failed(Set.of(school), 10);
  }

  private List<StuckCase> stuck() {
    return engine().stuck(Set.of(school), QUARTER_AGO, 10);
  }

  private List<Result> tryAgain(String... jobs) {
    return program.bean(TryingAgain.class).steps(List.of(jobs), Set.of(school), ADMIN);
  }

  private List<Entry> retried(CaseId id) {
    return program.bean(Timeline.class).of(List.of(id), EntryKind.RETRIED);
  }

  @ParameterizedTest
  @EnumSource
  void saysWhichStepOfWhichCaseFailedAndWhy(WholeProgram on) {
    on(on);
    CaseId id = mending.broken(school, pupil);

    assertThat(failed())
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.caseId()).isEqualTo(id);
              assertThat(step.school()).isEqualTo(school);
              assertThat(step.process()).isEqualTo("Mending");
              assertThat(step.step()).isEqualTo("Mend the pipe");
              assertThat(step.because())
                  .isEqualTo(
                      "Mending the pipe of case %s: found no spanner; needed: one.".formatted(id));
              assertThat(step.tried()).isEqualTo(3);
              assertThat(step.givenUp()).isTrue();
              assertThat(step.since()).isEqualTo(StandingClock.START);
            });
    assertThat(stuck()).isEmpty();
    assertThat(engine().failed(Set.of(program.newSchool()), 10)).isEmpty();
    assertThat(engine().failed(Set.of(), 10)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void tellsWhatIsTriedAgainByItselfFromWhatIsGivenUp(WholeProgram on) {
    on(on);
    for (int times = 1; times <= 3; times++) {
      CaseId id = mending.open(school, program.newPupil(school));
      FailingStep.breakFor(id.value());
      mending.fail(id, times);
    }

    assertThat(failed()).extracting(FailedStep::givenUp).containsExactly(true, false, false);
    assertThat(failed()).extracting(FailedStep::tried).containsExactlyInAnyOrder(3, 1, 2);
    assertThat(engine().failed(Set.of(school), 1)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void passesOnNothingThatADatabaseSaysOfWhatItWasGiven(WholeProgram on) {
    on(on);
    CaseId id = mending.open(school, pupil);
    FailingStep.tellTalesOf(id.value());
    mending.fail(id, 3);

    assertThat(failed())
        .extracting(FailedStep::because)
        .containsExactly("The database refused what was to be written.");
  }

  @ParameterizedTest
  @EnumSource
  void doesAFailedStepAgainAndWritesDownWhoSaidSo(WholeProgram on) {
    on(on);
    CaseId id = mending.broken(school, pupil);
    CaseId other = mending.broken(school, program.newPupil(school));
    FailingStep.mendFor(id.value());

    List<Result> results = tryAgain(mending.job(id), mending.job(other));

    assertThat(results).extracting(Result::done).containsExactly(true, false);
    assertThat(results.get(0).what()).isEqualTo("Case %s: Mend the pipe".formatted(id));
    assertThat(results.get(1).words()).startsWith("It failed again.").contains("no spanner");
    assertThat(mending.isDone(id)).isTrue();
    assertThat(retried(id))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.actor()).isEqualTo("Alex Admin");
              assertThat(entry.words()).isEqualTo("Tried again: Mend the pipe");
            });
    assertThat(retried(other)).hasSize(1);
    assertThat(failed()).extracting(FailedStep::caseId).containsExactly(other);
    FailingStep.mendFor(other.value());
    assertThat(tryAgain(mending.job(other))).extracting(Result::done).containsExactly(true);
    assertThat(failed()).isEmpty();
    assertThat(tryAgain("no-such-job")).extracting(Result::done).containsExactly(false);
  }

  @ParameterizedTest
  @EnumSource
  void letsNoTimerOffBeforeItsTimeNorForAnotherSchool(WholeProgram on) {
    on(on);
    program.at(Mending.DUE.minusSeconds(1));
    CaseId id = mending.open(school, pupil);

    assertThat(tryAgain(mending.job(id))).extracting(Result::done).containsExactly(false);
    assertThat(mending.isDone(id)).isFalse();
    assertThat(retried(id)).isEmpty();

    program.at(Mending.DUE);
    assertThat(
            program
                .bean(TryingAgain.class)
                .steps(List.of(mending.job(id)), Set.of(program.newSchool()), ADMIN))
        .extracting(Result::done)
        .containsExactly(false);
    assertThat(mending.isDone(id)).isFalse();
    assertThat(tryAgain(mending.job(id))).extracting(Result::done).containsExactly(true);
  }

  @ParameterizedTest
  @EnumSource
  void findsATimerThatDidNotGoOffOnceItIsLate(WholeProgram on) {
    on(on);
    CaseId id = mending.open(school, pupil);

    assertThat(engine().stuck(Set.of(school), Mending.DUE, 10)).isEmpty();
    assertThat(engine().stuck(Set.of(school), Mending.DUE.plusMillis(1), 10))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.caseId()).isEqualTo(id);
              assertThat(one.matter()).isEqualTo(Matter.TIMER_LATE);
              assertThat(one.where()).isEqualTo("Talk overdue");
              assertThat(one.since()).isEqualTo(Mending.DUE);
              assertThat(one.job()).isEqualTo(mending.job(id));
            });
  }

  @ParameterizedTest
  @EnumSource
  void aCaseOnHoldIsNotStuckAndIsNotTriedAgain(WholeProgram on) {
    on(on);
    CaseId broken = mending.broken(school, pupil);
    program.bean(Holds.class).place(school, pupil, "Police are asking", null, LEAD);

    assertThat(stuck()).isEmpty();
    assertThat(tryAgain(mending.job(broken)))
        .singleElement()
        .satisfies(result -> assertThat(result.words()).startsWith("The case is on hold."));
    assertThat(program.bean(TryingAgain.class).timers(broken, Set.of(school), ADMIN).done())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void letsTimersRunThatStandStillWithoutAHold(WholeProgram on) {
    on(on);
    CaseId id = mending.open(school, pupil);
    program
        .bean(ManagementService.class)
        .suspendJobByProcessInstanceId(program.bean(CaseFiles.class).get(id).instance());

    assertThat(stuck()).extracting(StuckCase::matter).containsExactly(Matter.TIMERS_STOPPED);
    assertThat(
            program.bean(TryingAgain.class).timers(id, Set.of(program.newSchool()), ADMIN).done())
        .isFalse();
    assertThat(program.bean(TryingAgain.class).timers(id, Set.of(school), ADMIN).done()).isTrue();

    assertThat(stuck()).extracting(StuckCase::matter).containsExactly(Matter.TIMER_LATE);
    assertThat(retried(id)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void findsCasesWithoutAProcessAndThoseThatNothingMoves(WholeProgram on) {
    on(on);
    CaseId lost = mending.open(school, pupil);
    CaseId stranded = mending.open(school, program.newPupil(school));
    String instance = program.bean(CaseFiles.class).get(stranded).instance();
    program
        .jdbc()
        .sql("update case_file set instance_id = 'gone' where id = :id")
        .param("id", lost.value())
        .update();
    for (String sql :
        List.of(
            "delete from ACT_RU_JOB where PROCESS_INSTANCE_ID_ = :id",
            "delete from ACT_RU_IDENTITYLINK where TASK_ID_ in (select ID_ from ACT_RU_TASK where PROC_INST_ID_ = :id)",
            "delete from ACT_RU_TASK where PROC_INST_ID_ = :id")) {
      program.jdbc().sql(sql).param("id", instance).update();
    }

    assertThat(stuck())
        .extracting(StuckCase::caseId, StuckCase::matter, StuckCase::where)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(lost, Matter.NO_PROCESS, ""),
            org.assertj.core.groups.Tuple.tuple(
                stranded, Matter.NOTHING_MOVES_IT, "Talk with parents"));
    putRight(lost, stranded, instance);
  }

  /** All tests share the database, and its invariants are checked by others. */
  private void putRight(CaseId lost, CaseId stranded, String instance) {
    program
        .jdbc()
        .sql("delete from ACT_RU_VARIABLE where PROC_INST_ID_ = :id")
        .param("id", instance)
        .update();
    program
        .jdbc()
        .sql("delete from ACT_RU_EXECUTION where PROC_INST_ID_ = :id and PARENT_ID_ is not null")
        .param("id", instance)
        .update();
    program
        .jdbc()
        .sql("delete from ACT_RU_EXECUTION where ID_ = :id")
        .param("id", instance)
        .update();
    for (CaseId id : List.of(lost, stranded)) {
      program
          .jdbc()
          .sql("delete from worklist where case_id = :id")
          .param("id", id.value())
          .update();
      program
          .jdbc()
          .sql("update case_deadline set state = 'EXCUSED' where case_id = :id")
          .param("id", id.value())
          .update();
      program
          .jdbc()
          .sql(
              "update case_file set closed_at = opened_at, open_key = null, outcome = 'x' where id = :id")
          .param("id", id.value())
          .update();
    }
  }
}

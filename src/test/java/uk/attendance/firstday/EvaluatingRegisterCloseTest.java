package uk.attendance.firstday;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.account.AccountId;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.pupil.PupilId;

/** Register closes are worked off: nothing lost, nothing twice, one pupil's failure is one's. */
class EvaluatingRegisterCloseTest {

  private WholeProgram program;

  private SomeMornings school(WholeProgram on) {
    program = on;
    program.at("2025-11-03T09:30:00Z");
    return new SomeMornings(on, "st-vincent");
  }

  @AfterEach
  void setBack() {
    program.setBack();
  }

  @ParameterizedTest
  @EnumSource
  void aFailingPupilIsSetAsideAndStopsNoOther(WholeProgram on) {
    SomeMornings s = school(on);
    PupilId elsewhere = program.newPupil(program.newSchool("national"));
    PupilId one = s.pupil();
    PupilId other = s.pupil();
    s.bringIn(one, "2025-11-03 AM N");
    queue(s, elsewhere);
    s.bringIn(other, "2025-11-03 AM N");

    s.workOff();

    assertThat(s.state(one)).isEqualTo("open");
    assertThat(s.state(other)).isEqualTo("open");
    EvaluatingRegisterClose evaluating = program.bean(EvaluatingRegisterClose.class);
    assertThat(evaluating.setAside(s.school))
        .singleElement()
        .satisfies(
            failed -> {
              assertThat(failed.pupil()).isEqualTo(elsewhere);
              assertThat(failed.attempts()).isEqualTo(1);
              assertThat(failed.because()).contains("has no such pupil");
            });
    assertThat(
            program
                .bean(SetAsideToday.class)
                .today(
                    new CurrentSchool(s.school, "School", "national"),
                    new SignedIn(new AccountId(1), "Somebody", "Office"),
                    Scope.ofTheSystem(s.school)))
        .singleElement()
        .satisfies(line -> assertThat(line.href()).isEqualTo("/registers/set-aside"));
    s.workOff();
    assertThat(evaluating.setAside(s.school).get(0).attempts()).isEqualTo(1);
    s.at("2025-11-03T09:36").workOff();
    assertThat(evaluating.setAside(s.school).get(0).attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aRerunStartsNothingTwice(WholeProgram on) {
    SomeMornings s = school(on);
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N");
    s.marks(pupil, "2025-11-03 AM N");
    queue(s, pupil);
    queue(s, pupil);

    s.workOff();

    assertThat(program.bean(CaseFiles.class).openOf(pupil)).hasSize(1);
    assertThat(s.tasks(pupil)).containsExactly("telephone-parents");
    assertThat(waiting(s)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void whatANodeLeftBehindIsTakenUp(WholeProgram on) {
    SomeMornings s = school(on);
    PupilId pupil = s.pupil();
    s.bringIn(pupil, "2025-11-03 AM N");
    assertThat(s.state(pupil)).isEqualTo("none");
    assertThat(program.bean(EvaluatingRegisterClose.class).schoolsWaiting()).contains(s.school);

    s.workOff();

    assertThat(s.state(pupil)).isEqualTo("open");
    assertThat(waiting(s)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void historyOpensNothingAndCountsInASpellThatGoesOn(WholeProgram on) {
    SomeMornings s = school(on);
    PupilId away = s.pupil();
    PupilId back = s.pupil();
    program
        .jdbc()
        .sql("update school set cases_from = date '2025-11-06' where id = :id")
        .param("id", s.school.value())
        .update();
    s.at("2025-11-05T09:30").marks(away, "2025-11-03 AM N", "2025-11-04 AM N");
    s.marks(back, "2025-11-03 AM N", "2025-11-04 AM /");
    assertThat(List.of(s.state(away), s.state(back))).containsExactly("none", "none");

    s.at("2025-11-07T09:30").marks(away, "2025-11-07 AM N");

    assertThat(s.tasks(away)).contains("decide-absence-code");
    assertThat(s.open(away).startedOn()).isEqualTo("2025-11-03");
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsPresentQueuesNothing(WholeProgram on) {
    SomeMornings s = school(on);
    PupilId pupil = s.pupil();

    s.bringIn(pupil, "2025-11-03 AM /");

    assertThat(waiting(s)).isZero();
  }

  private void queue(SomeMornings s, PupilId pupil) {
    program.bean(RegisterCloseQueue.class).add(s.school, List.of(pupil));
  }

  private int waiting(SomeMornings s) {
    return program
        .jdbc()
        .sql("select count(*) from register_close where school_id = :school")
        .param("school", s.school.value())
        .query(Integer.class)
        .single();
  }
}

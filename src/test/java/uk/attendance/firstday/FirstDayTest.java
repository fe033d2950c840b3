package uk.attendance.firstday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.PupilId;
import uk.attendance.worklist.AnswersRefused;

/** First-day contact on the whole program: register closes, calls, explanations, ends. */
class FirstDayTest {

  private WholeProgram program;

  private SomeMornings school(WholeProgram on, String pack) {
    program = on;
    program.at("2025-11-03T09:30:00Z");
    return new SomeMornings(on, pack);
  }

  @AfterEach
  void setBack() {
    program.setBack();
  }

  @ParameterizedTest
  @EnumSource
  void anUnexplainedAbsenceOpensACaseAndItsFirstCall(WholeProgram on) {
    SomeMornings s = school(on, "st-vincent");
    PupilId pupil = s.pupil();

    s.marks(pupil, "2025-11-03 AM N");

    assertThat(s.state(pupil)).isEqualTo("open");
    assertThat(s.tasks(pupil)).containsExactly("telephone-parents");
    assertThat(s.task(pupil, "telephone-parents").dueOn()).isEqualTo("2025-11-03");
    assertThat(s.task(pupil, "telephone-parents").why().rule().value()).isEqualTo("SV-F2");
  }

  @ParameterizedTest
  @EnumSource
  void aReasonOnTheTelephoneCodesTheSpellAndEndsTheCase(WholeProgram on) {
    SomeMornings s = school(on, "st-vincent");
    PupilId pupil = s.pupil();
    String mother = s.contact(pupil);
    s.marks(pupil, "2025-11-03 AM N");

    assertThatThrownBy(
            () ->
                s.answer(
                    pupil,
                    "telephone-parents",
                    Map.of("outcome", "reason-given", "reason", "illness")))
        .isInstanceOf(AnswersRefused.class)
        .hasMessageContaining("spokeTo");
    s.answer(
        pupil,
        "telephone-parents",
        Map.of("outcome", "reason-given", "reason", "illness", "spokeTo", mother));

    assertThat(s.state(pupil)).isEqualTo("Absence explained");
    assertThat(s.mark(pupil, "2025-11-03", "AM")).isEqualTo("I");
    assertThat(s.record(pupil))
        .anyMatch(words -> words.contains("(said by the mother)"))
        .noneMatch(words -> words.contains(mother));
    assertThat(s.tasks(pupil)).isEmpty();
    s.at("2025-11-03T13:40").marks(pupil, "2025-11-03 PM N");
    assertThat(s.mark(pupil, "2025-11-03", "PM")).isEqualTo("I");
    assertThat(s.state(pupil)).isEqualTo("Absence explained");

    s.at("2025-11-04T09:30").marks(pupil, "2025-11-04 AM N");
    assertThat(s.state(pupil)).isEqualTo("open");
  }

  @ParameterizedTest
  @EnumSource
  void nobodyAnswersToTheEndOfTheLadder(WholeProgram on) {
    SomeMornings s = school(on, "st-vincent");
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N");
    s.answer(pupil, "telephone-parents", "no-answer");
    assertThat(s.tasks(pupil)).containsExactly("telephone-emergency-contacts");
    s.answer(pupil, "telephone-emergency-contacts", "no-answer");
    assertThat(s.tasks(pupil)).isEmpty();

    s.at("2025-11-04T09:30").marks(pupil, "2025-11-04 AM N");
    assertThat(s.tasks(pupil)).containsExactly("telephone-parents");
    s.at("2025-11-05T09:30").marks(pupil, "2025-11-05 AM N");
    assertThat(s.tasks(pupil)).containsExactly("telephone-parents");
    assertThat(s.task(pupil, "telephone-parents").dueOn()).isEqualTo("2025-11-05");

    s.at("2025-11-06T09:30").marks(pupil, "2025-11-06 AM N");
    assertThat(s.tasks(pupil)).doesNotContain("decide-absence-code");
    s.at("2025-11-07T09:30").marks(pupil, "2025-11-07 AM N");
    assertThat(s.tasks(pupil)).contains("decide-absence-code");

    s.at("2025-11-13T09:30").marks(pupil, "2025-11-13 AM N");
    assertThat(s.state(pupil)).isEqualTo("open");
    s.at("2025-11-14T09:30").marks(pupil, "2025-11-14 AM N");
    assertThat(s.state(pupil)).isEqualTo("Pupil missing from education");
    assertThat(s.tasks(pupil)).containsExactly("take-up-hand-over");

    s.at("2025-11-17T09:30").marks(pupil, "2025-11-17 AM N");
    assertThat(s.state(pupil)).isEqualTo("Pupil missing from education");
    s.answer(pupil, "take-up-hand-over", "taken-up");
    s.at("2025-11-18T09:30").marks(pupil, "2025-11-18 AM N");
    assertThat(s.state(pupil)).isEqualTo("open");
  }

  @ParameterizedTest
  @EnumSource
  void aCorrectedMarkTakesEverythingAway(WholeProgram on) {
    SomeMornings s = school(on, "nailsworth");
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N");
    assertThat(s.tasks(pupil)).containsExactly("telephone-parents");

    s.at("2025-11-03T10:30").marks(pupil, "2025-11-03 AM /");

    assertThat(s.state(pupil)).isEqualTo("Absence explained");
    assertThat(s.tasks(pupil)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void backWithoutAReasonStopsTheLadderAndLeavesTheCode(WholeProgram on) {
    SomeMornings s = school(on, "dothill");
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N", "2025-11-03 PM N");
    assertThat(s.tasks(pupil)).containsExactly("confirm-pupil-is-absent");

    s.at("2025-11-04T09:30").marks(pupil, "2025-11-04 AM /");

    assertThat(s.tasks(pupil)).containsExactly("decide-absence-code");
    assertThat(s.task(pupil, "decide-absence-code").dueOn()).isEqualTo("2025-11-17");
    s.answer(pupil, "decide-absence-code", Map.of("outcome", "coded", "code", "O"));
    assertThat(s.state(pupil)).isEqualTo("Absence coded unauthorised");
    assertThat(s.mark(pupil, "2025-11-03", "PM")).isEqualTo("O");
  }

  @ParameterizedTest
  @EnumSource
  void aCodeForWantOfAReasonEndsNothingWhileThePupilIsAway(WholeProgram on) {
    SomeMornings s = school(on, "nailsworth");
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N");
    s.at("2025-11-07T09:30").marks(pupil, "2025-11-07 AM N");
    s.answer(pupil, "decide-absence-code", Map.of("outcome", "coded", "code", "O"));
    assertThat(s.state(pupil)).isEqualTo("open");
    assertThat(s.mark(pupil, "2025-11-03", "AM")).isEqualTo("O");

    s.at("2025-11-10T09:30").marks(pupil, "2025-11-10 AM N");
    assertThat(s.state(pupil)).isEqualTo("open");
    assertThat(s.tasks(pupil)).contains("telephone-parents");

    s.at("2025-11-11T09:30").marks(pupil, "2025-11-11 AM /");
    assertThat(s.tasks(pupil)).containsExactly("decide-absence-code");
    s.answer(pupil, "decide-absence-code", Map.of("outcome", "coded", "code", "O"));
    assertThat(s.state(pupil)).isEqualTo("Absence coded unauthorised");
  }

  @ParameterizedTest
  @EnumSource
  void theCallOpensWhenTheTeacherDoesNotAnswer(WholeProgram on) {
    SomeMornings s = school(on, "dothill");
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N");

    s.at("2025-11-03T09:46");

    assertThat(s.tasks(pupil)).containsExactly("confirm-pupil-is-absent", "telephone-parents");
    s.answer(pupil, "confirm-pupil-is-absent", "present");
    assertThat(s.mark(pupil, "2025-11-03", "AM")).isEqualTo("/");
    assertThat(s.state(pupil)).isEqualTo("Absence explained");
  }

  @ParameterizedTest
  @EnumSource
  void anAbsenceReportedBeforeRegisterCloseOpensNoCase(WholeProgram on) {
    SomeMornings s = school(on, "st-vincent");
    PupilId pupil = s.pupil();
    s.at("2025-11-03T08:40").explain(pupil, "illness", "");

    s.at("2025-11-03T09:20").marks(pupil, "2025-11-03 AM N");

    assertThat(s.mark(pupil, "2025-11-03", "AM")).isEqualTo("I");
    assertThat(s.state(pupil)).isEqualTo("none");
  }

  @ParameterizedTest
  @EnumSource
  void aReportThatAPersonWeighsRingsNobody(WholeProgram on) {
    SomeMornings s = school(on, "st-vincent");
    PupilId pupil = s.pupil();
    s.at("2025-11-03T08:40").explain(pupil, "other", "");

    s.at("2025-11-03T09:20").marks(pupil, "2025-11-03 AM N");

    assertThat(s.tasks(pupil)).containsExactly("decide-absence-code");
    s.answer(
        pupil, "decide-absence-code", Map.of("outcome", "coded", "code", "C", "reason", "other"));
    assertThat(s.state(pupil)).isEqualTo("Absence explained");
  }

  @ParameterizedTest
  @EnumSource
  void anExpectedReturnSuppressesTheChaseWhereThePolicyIsContentWithIt(WholeProgram on) {
    SomeMornings s = school(on, "nailsworth");
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N");
    s.explain(pupil, "illness", "2025-11-06");
    assertThat(s.state(pupil)).isEqualTo("Absence explained");

    s.at("2025-11-05T09:30").marks(pupil, "2025-11-04 AM N", "2025-11-05 AM N");
    assertThat(s.state(pupil)).isEqualTo("Absence explained");
    assertThat(s.mark(pupil, "2025-11-05", "AM")).isEqualTo("I");

    s.at("2025-11-06T09:30").marks(pupil, "2025-11-06 AM N");
    assertThat(s.state(pupil)).isEqualTo("open");
  }

  @ParameterizedTest
  @EnumSource
  void workersAreToldOfAnExplainedAbsenceWhereThePolicySaysSo(WholeProgram on) {
    SomeMornings s = school(on, "raleigh");
    s.program
        .jdbc()
        .sql("update school set academy = 'unity' where id = :id")
        .param("id", s.school.value())
        .update();
    PupilId pupil = s.pupil();
    s.flag(pupil, "social_worker");

    s.marks(pupil, "2025-11-03 AM I");
    assertThat(s.tasks(pupil)).containsExactly("inform-social-worker");
    s.answer(
        pupil, "inform-social-worker", Map.of("outcome", "informed", "whom", "duty social worker"));
    assertThat(s.tasks(pupil)).isEmpty();
    assertThat(s.program.bean(CaseFiles.class).openOf(pupil)).isEmpty();

    s.at("2025-11-04T09:30").marks(pupil, "2025-11-04 AM I");
    assertThat(s.tasks(pupil)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void whoeverIsExplainedAndUnseenForDaysIsVisitedWhereThePolicySaysSo(WholeProgram on) {
    SomeMornings s = school(on, "raleigh");
    s.program
        .jdbc()
        .sql("update school set academy = 'unity' where id = :id")
        .param("id", s.school.value())
        .update();
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM I");
    s.at("2025-11-04T09:30").marks(pupil, "2025-11-04 AM I");
    assertThat(s.tasks(pupil)).isEmpty();

    s.at("2025-11-05T09:30").marks(pupil, "2025-11-05 AM I");
    assertThat(s.tasks(pupil)).containsExactly("safe-and-well-visit");
    s.answer(
        pupil, "safe-and-well-visit", Map.of("outcome", "no-reply", "visitedOn", "2025-11-05"));
    assertThat(s.tasks(pupil)).isEmpty();

    s.at("2025-11-13T09:30").marks(pupil, "2025-11-13 AM I");
    assertThat(s.tasks(pupil)).isEmpty();
    s.at("2025-11-14T09:30").marks(pupil, "2025-11-14 AM I");
    assertThat(s.tasks(pupil)).containsExactly("take-up-hand-over");
    assertThat(s.state(pupil)).isEqualTo("none");
  }

  @ParameterizedTest
  @EnumSource
  void aConcernOnTheTelephoneOutlivesTheExplanation(WholeProgram on) {
    SomeMornings s = school(on, "nailsworth");
    PupilId pupil = s.pupil();
    String mother = s.contact(pupil);
    s.marks(pupil, "2025-11-03 AM N");

    s.answer(
        pupil,
        "telephone-parents",
        Map.of("outcome", "reason-given", "reason", "illness", "spokeTo", mother, "concern", true));

    assertThat(s.state(pupil)).isEqualTo("Absence explained");
    assertThat(s.tasks(pupil)).containsExactly("raise-safeguarding-concern");
    s.answer(pupil, "raise-safeguarding-concern", "not-needed");
    assertThat(s.tasks(pupil)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerTakenBackIsAskedForAgain(WholeProgram on) {
    SomeMornings s = school(on, "st-vincent");
    PupilId pupil = s.pupil();
    String mother = s.contact(pupil);
    s.marks(pupil, "2025-11-03 AM N");
    TaskId call = s.task(pupil, "telephone-parents").id();
    s.answer(
        pupil,
        "telephone-parents",
        Map.of("outcome", "reason-given", "reason", "illness", "spokeTo", mother));
    assertThat(s.state(pupil)).isEqualTo("Absence explained");

    s.takeBack(call);

    assertThat(s.mark(pupil, "2025-11-03", "AM")).isEqualTo("N");
    assertThat(s.state(pupil)).isEqualTo("open");
    assertThat(s.tasks(pupil)).containsExactly("telephone-parents");
  }

  @ParameterizedTest
  @EnumSource
  void aLeaverEndsEveryCase(WholeProgram on) {
    SomeMornings s = school(on, "nailsworth");
    PupilId pupil = s.pupil();
    s.marks(pupil, "2025-11-03 AM N");
    s.program
        .jdbc()
        .sql("update pupil set leaving_date = date '2025-11-04' where id = :id")
        .param("id", pupil.value())
        .update();

    s.at("2025-11-04T09:30").workOff();

    assertThat(s.state(pupil)).isEqualTo("Pupil left");
    assertThat(s.tasks(pupil)).isEmpty();
  }
}

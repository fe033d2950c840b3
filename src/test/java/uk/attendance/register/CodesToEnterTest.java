package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.register.SomeRegister.CLERK;
import static uk.attendance.register.SomeRegister.SCHOOL;
import static uk.attendance.register.SomeRegister.day;
import static uk.attendance.school.Session.AM;
import static uk.attendance.school.Session.PM;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.CorrectingMarks.Correction;
import uk.attendance.register.PlanningMarks.Outcome;
import uk.attendance.register.PlanningMarks.Plan;

class CodesToEnterTest {

  private static final Scope OFFICE = new Scope(Map.of(SCHOOL, Set.of(Role.OFFICE)), Set.of());
  private static final String HEADER = "admission_no,date,session,code";

  private static List<String> waiting(SomeRegister register) {
    return register.toEnter.waiting(SCHOOL, OFFICE).stream()
        .map(one -> one.day() + " " + one.session() + " " + one.code())
        .toList();
  }

  private static void settle(SomeRegister register, PupilId pupil, String code) {
    register.correcting.correct(
        new Correction(pupil, day("2025-11-03"), AM, code, "", "Mother rang"), CLERK, OFFICE);
  }

  @OnBothDatabases
  void aReportThatCameBeforeTheFileTakesTheAbsenceOfTheFile(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    Outcome outcome =
        register.planning.explain(
            new Plan(pupil, day("2025-11-04"), day("2025-11-04"), EnumSet.of(AM, PM), "I", "Flu"),
            CLERK,
            OFFICE);
    assertThat(outcome).isEqualTo(new Outcome(2, 0, 0, 0));

    register.bringIn("2025-11-04T09:25:00Z", HEADER, "100,2025-11-04,AM,N");

    assertThat(register.code(pupil, "2025-11-04", AM)).isEqualTo("I");
    assertThat(waiting(register)).containsExactly("2025-11-04 AM I");
    assertThat(register.broken()).isEmpty();
  }

  @OnBothDatabases
  void whatIsExplainedAfterTheFileIsSettledAtOnceOnEarlierDaysToo(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.bringIn(
        "2025-11-04T09:25:00Z",
        HEADER,
        "100,2025-11-03,AM,N",
        "100,2025-11-03,PM,/",
        "100,2025-11-04,AM,N");

    Outcome outcome =
        register.planning.explain(
            new Plan(pupil, day("2025-11-01"), day("2025-11-04"), EnumSet.of(AM, PM), "I", "Flu"),
            CLERK,
            OFFICE);

    assertThat(outcome).isEqualTo(new Outcome(1, 2, 1, 0));
    assertThat(waiting(register)).containsExactly("2025-11-03 AM I", "2025-11-04 AM I");
    assertThat(register.code(pupil, "2025-11-03", PM)).isEqualTo("\\");
    assertThat(register.broken()).isEmpty();
  }

  @OnBothDatabases
  void aLaterFileThatAgreesTicksItOffAndOneThatTakesItBackBringsItUpAgain(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.pupil("200"); // whose marks make each file another one
    register.bringIn("2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N");
    settle(register, pupil, "I");
    assertThat(waiting(register)).containsExactly("2025-11-03 AM I");

    register.bringIn("2025-11-04T08:00:00Z", HEADER, "100,2025-11-03,AM,N", "200,2025-11-03,AM,L");
    assertThat(waiting(register)).as("their system does not know").hasSize(1);
    register.bringIn("2025-11-04T09:00:00Z", HEADER, "100,2025-11-03,AM,I");
    assertThat(waiting(register)).as("it does now").isEmpty();
    register.bringIn("2025-11-04T08:30:00Z", HEADER, "100,2025-11-03,AM,N", "200,2025-11-03,AM,M");
    assertThat(waiting(register)).as("an older file tells nothing").isEmpty();
    register.bringIn("2025-11-04T09:20:00Z", HEADER, "100,2025-11-03,AM,N", "200,2025-11-03,AM,O");
    assertThat(waiting(register)).as("somebody took it back there").hasSize(1);
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("I");
  }

  @OnBothDatabases
  void aFileThatOnlyAgreesNeedsNotEvenBeBroughtIn(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    settle(register, pupil, "I");

    RegisterImport file = register.upload("2025-11-04T09:25:00Z", HEADER, "100,2025-11-03,AM,I");

    assertThat(file.state()).isEqualTo(ImportState.STAGED);
    assertThat(waiting(register)).isEmpty();
  }

  @OnBothDatabases
  void anotherSettledCodeInAFileIsAConflictUntilAPersonDecidesAgain(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    settle(register, pupil, "I");

    RegisterImport file = register.bringIn("2025-11-04T09:30:00Z", HEADER, "100,2025-11-03,AM,O");

    assertThat(waiting(register)).isEmpty();
    assertThat(register.toEnter.conflicts(SCHOOL, day("2025-11-03"), OFFICE))
        .containsExactly(
            new CodesToEnter.Conflict(pupil, day("2025-11-03"), AM, "I", "O", false, file.id()));
    assertThat(register.toEnter.conflicts(SCHOOL, day("2025-11-04"), OFFICE)).isEmpty();
    settle(register, pupil, "M");
    assertThat(waiting(register)).containsExactly("2025-11-03 AM M");
    assertThat(register.toEnter.conflicts(SCHOOL, day("2025-11-03"), OFFICE)).isEmpty();
  }

  @OnBothDatabases
  void aMarkThatIsTakenBackIsNoLongerToBeEntered(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    settle(register, pupil, "I");
    settle(register, pupil, "N");

    assertThat(waiting(register)).isEmpty();
    assertThat(
            register.toEnter.waiting(
                SCHOOL, new Scope(Map.of(SCHOOL, Set.of(Role.GOVERNOR)), Set.of())))
        .isEmpty();
  }
}

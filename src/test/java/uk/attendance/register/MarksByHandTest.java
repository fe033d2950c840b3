package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.register.SomeRegister.CLERK;
import static uk.attendance.register.SomeRegister.NOW;
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
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.CorrectingMarks.Correction;
import uk.attendance.register.PlanningMarks.Plan;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

class MarksByHandTest {

  private static final Scope OFFICE = new Scope(Map.of(SCHOOL, Set.of(Role.OFFICE)), Set.of());
  private static final String HEADER = "admission_no,date,session,code";

  private static Correction correction(
      PupilId pupil, String day, Session session, String code, String reason) {
    return new Correction(pupil, day(day), session, code, "", reason);
  }

  @OnBothDatabases
  void aCorrectionKeepsOriginalAmendedReasonDateNameAndTitle(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.bringIn("2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N");
    register.events.clear();

    boolean changed =
        register.correcting.correct(
            correction(pupil, "2025-11-03", AM, "I", "Mother rang: flu"), CLERK, OFFICE);

    assertThat(changed).isTrue();
    assertThat(register.amendmentsOf(pupil))
        .containsExactly(
            new Amendment(
                pupil, 1, day("2025-11-03"), AM, "N", "I", "Mother rang: flu", CLERK, NOW, null));
    assertThat(register.everything()).containsExactly("100 2025-11-03 AM I null null true " + NOW);
    assertThat(register.events)
        .containsExactly(
            new MarksRecorded(null, SCHOOL, Set.of(pupil), day("2025-11-03"), day("2025-11-03")));
    assertThat(register.broken()).isEmpty();
  }

  @OnBothDatabases
  void aMissingMarkIsEnteredAndEvenThatIsKept(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");

    register.correcting.correct(
        new Correction(pupil, day("2025-11-04"), AM, "L", "7", ""), CLERK, OFFICE);

    assertThat(register.everything()).containsExactly("100 2025-11-04 AM L 7 null true " + NOW);
    assertThat(register.amendmentsOf(pupil))
        .singleElement()
        .satisfies(
            amendment -> {
              assertThat(amendment.original()).isEqualTo("-");
              assertThat(amendment.reason()).isEqualTo("No mark had been entered.");
            });
  }

  @OnBothDatabases
  void refusesWhatCannotStandInTheRegister(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register.bringIn("2025-11-03T10:00:00Z", HEADER, "100,2025-11-03,AM,N");

    assertRefused(register, correction(pupil, "2025-11-03", AM, "I", " "), "Say why");
    assertRefused(register, correction(pupil, "2025-11-03", AM, "H", "x"), "Code H was retired");
    assertRefused(
        register,
        correction(pupil, "2025-11-05", AM, "I", "x"),
        "5 November 2025 lies in the future");
    assertRefused(register, correction(pupil, "2025-10-28", AM, "I", "x"), "The school was closed");
    assertThat(register.code(pupil, "2025-11-03", AM)).isEqualTo("N");
  }

  private static void assertRefused(SomeRegister register, Correction wrong, String words) {
    assertThatThrownBy(() -> register.correcting.correct(wrong, CLERK, OFFICE))
        .isInstanceOf(MarkRefused.class)
        .hasMessageStartingWith(words);
  }

  @OnBothDatabases
  void onlyTheOfficeAndLeadersCorrectAndTeachersTodayInTheirClass(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register
        .jdbc
        .sql("insert into school_class (school_id, name) values ('some-school', '5A')")
        .update();
    ClassId inClass =
        new ClassId(register.jdbc.sql("select id from school_class").query(Long.class).single());
    register.jdbc.sql("update pupil set class_id = :id").param("id", inClass.value()).update();
    Scope teacher = new Scope(Map.of(SCHOOL, Set.of(Role.TEACHER)), Set.of(inClass));
    Scope otherTeacher = new Scope(Map.of(SCHOOL, Set.of(Role.TEACHER)), Set.of(new ClassId(-5)));
    Scope manager = new Scope(Map.of(SCHOOL, Set.of(Role.MANAGER)), Set.of());
    Scope elsewhere = new Scope(Map.of(new SchoolId("elsewhere"), Set.of(Role.OFFICE)), Set.of());
    Correction today = correction(pupil, "2025-11-04", AM, "/", "");
    Correction yesterday = correction(pupil, "2025-11-03", AM, "/", "");

    assertThat(register.correcting.correct(today, CLERK, teacher)).isTrue();
    assertThatThrownBy(() -> register.correcting.correct(yesterday, CLERK, teacher))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> register.correcting.correct(today, CLERK, otherTeacher))
        .isInstanceOf(NotInSight.class);
    assertThatThrownBy(() -> register.correcting.correct(today, CLERK, manager))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> register.correcting.correct(today, CLERK, elsewhere))
        .isInstanceOf(NotInSight.class);
  }

  @OnBothDatabases
  void aPlanSkipsClosedDaysAndSettlesTodaysAbsenceAtOnce(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    register
        .jdbc
        .sql(
            "insert into special_day values ('some-school', date '2025-11-07', false, false, 'INSET_DAY', 'INSET day')")
        .update();

    register.bringIn("2025-11-04T09:00:00Z", HEADER, "100,2025-11-04,AM,N");

    PlanningMarks.Outcome outcome =
        register.planning.plan(
            new Plan(
                pupil,
                day("2025-11-04"),
                day("2025-11-10"),
                EnumSet.of(AM, PM),
                "C",
                "Grandmother's funeral"),
            CLERK,
            OFFICE);

    assertThat(outcome).isEqualTo(new PlanningMarks.Outcome(7, 1, 0, 2));
    assertThat(register.code(pupil, "2025-11-04", AM)).isEqualTo("C");
    assertThat(register.plans.of(pupil, day("2025-11-01"), day("2025-11-30"), OFFICE)).hasSize(7);
    assertThat(
            register.planning.withdraw(
                pupil, day("2025-11-06"), day("2025-11-30"), EnumSet.of(AM, PM), OFFICE))
        .isEqualTo(4);
    assertThat(register.plans.of(pupil, day("2025-11-01"), day("2025-11-30"), OFFICE)).hasSize(3);
    assertThat(register.broken()).isEmpty();
  }

  @OnBothDatabases
  void theChainBreaksWhereAnAmendmentIsTouched(Database database) {
    SomeRegister register = new SomeRegister(database.source()).founded();
    PupilId pupil = register.pupil("100");
    for (String code : List.of("N", "I", "M")) {
      register.correcting.correct(
          correction(pupil, "2025-11-03", AM, code, "because"), CLERK, OFFICE);
    }
    assertThat(register.broken()).isEmpty();

    assertBroken(
        register,
        "update amendment set reason = 'else' where position = 2",
        "Amendment 2 of pupil %s has another reason, name or title than when it was made");
    assertBroken(
        register,
        "update amendment set original = 'O' where position = 2",
        "Amendment 2 of pupil %s has another day, session, code or time than when it was made");
    assertBroken(
        register,
        "delete from amendment where position = 2",
        "Amendment 3 of pupil %s follows number 1: one or more are missing");
    assertBroken(
        register,
        "update mark set code = 'O'",
        "amendment 3 of pupil %s is not what the register says of 2025-11-03 AM");
    assertBroken(register, "update amendment set reason = '', amended_by = '', title = ''", null);
  }

  private static void assertBroken(SomeRegister register, String sql, String words) {
    new org.springframework.transaction.support.TransactionTemplate(register.transactions)
        .executeWithoutResult(
            status -> {
              register.jdbc.sql(sql).update();
              if (words == null) {
                assertThat(register.broken()).isEmpty();
              } else {
                long pupil =
                    register.jdbc.sql("select min(id) from pupil").query(Long.class).single();
                assertThat(register.broken()).contains(words.formatted(pupil));
              }
              status.setRollbackOnly();
            });
  }
}

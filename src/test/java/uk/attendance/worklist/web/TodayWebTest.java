package uk.attendance.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.StandingClock;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.file.SchoolFile;
import uk.attendance.pupil.ImportingContacts;
import uk.attendance.pupil.ImportingPupils;
import uk.attendance.register.Author;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportingMarks;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.SomeTasks;

/** It is 09:30 on Monday 3 November 2025; the national pack's registers have closed. */
@WebTest
class TodayWebTest {

  private static final Author OFFICE = new Author("Pat Clerk", "School secretary");

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired StandingClock clock;
  @Autowired ChangingCalendar calendar;
  @Autowired ImportingPupils pupils;
  @Autowired ImportingContacts contacts;
  @Autowired ImportingMarks marks;
  @Autowired JdbcClient jdbc;

  private SchoolId school;

  @BeforeEach
  void aSchoolWithTwoFamilies() {
    school = signedInAs.newSchool();
    calendar.setUp(
        school,
        new CalendarPlan(
            List.of(
                Period.term("Autumn", day("2025-09-01"), day("2025-12-19")),
                Period.halfTerm("Autumn 1", day("2025-09-01"), day("2025-10-24")),
                Period.halfTerm("Autumn 2", day("2025-11-03"), day("2025-12-19"))),
            List.of()),
        "Test");
    pupils.bringIn(
        school,
        "pupils.csv",
        file(
            """
            admission_no,upn,first_name,last_name,preferred_name,dob,year,class,entry_date,leaving_date,sen,ehcp,looked_after,previously_looked_after,social_worker,previously_social_worker,protection_plan,youth_justice,family
            101,,Ada,Okafor,,2016-02-14,5,Oak,2020-09-01,,,,,,,,,,F7
            102,,Ben,Okafor,,2018-11-30,2,Ash,2022-09-05,,,,,,,,,,F7
            103,,Jess,Lowe,,2015-01-20,6,Oak,2019-09-02,,,,,,yes,,,,F8
            104,,Mila,Petrov,,2019-03-03,1,Ash,2023-09-04,,,,,,,,,,F9
            """),
        "Test");
    contacts.bringIn(
        school,
        "contacts.csv",
        file(
            """
            admission_no,contact_id,title,first_name,last_name,relationship,priority,parental_responsibility,lives_with,no_contact,mobile,phone,email,address_1,postcode,language,preferred_channel,do_not_text
            101,C1,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700 900141,,,,,,,no
            102,C1,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700 900141,,,,,,,no
            103,C2,Mr,Rob,Lowe,father,2,yes,no,yes,07700 900178,,,,,,,no
            """),
        "Test");
  }

  @Test
  void saysInALineEachWhatWaitsForTheRoleAndForNobodyElse() throws Exception {
    SomeTasks tasks = new SomeTasks(jdbc, school);
    SomeTasks.Child ada = tasks.newChild("Ada", "Menon", null);
    tasks.open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");
    tasks.open(ada, "resolve-undelivered-letter", Role.OFFICE, "2025-10-24");
    tasks.open(ada, "take-up-hand-over", Role.ATTENDANCE_LEAD, "2025-11-05");

    assertThat(page(signedInAs.role(Role.OFFICE, school)))
        .contains("task overdue")
        .contains("task due today")
        .contains("tasks new today")
        .contains("family to call")
        .contains("hand-over nobody has taken up");
    assertThat(page(signedInAs.role(Role.ATTENDANCE_LEAD, school)))
        .contains("hand-over nobody has taken up")
        .contains("task new today")
        .doesNotContain("task overdue")
        .doesNotContain("family to call");
    assertThat(page(signedInAs.role(Role.TEACHER, school)))
        .contains("Nothing waits for you.")
        .doesNotContain("hand-over");
  }

  @Test
  void tellsTheSafeguardingLeadWhichHoldsAreDueForReview() throws Exception {
    SomeTasks.Child ada = new SomeTasks(jdbc, school).newChild("Ada", "Menon", null);
    jdbc.sql(
            """
            insert into case_hold (school_id, pupil_id, open_pupil, reason, review_on, placed_by,
              placed_title, placed_at)
            values (:school, :pupil, :pupil, 'x', :day, 'Dee', 'Lead', :now)
            """)
        .param("school", school.value())
        .param("pupil", ada.pupil())
        .param("day", day("2025-11-03"))
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .update();

    assertThat(page(signedInAs.role(Role.DSL, school))).contains("hold due for review");
    assertThat(page(signedInAs.role(Role.OFFICE, school))).doesNotContain("hold due for review");
    clock.set(Instant.parse("2025-11-02T09:30:00Z"));
    assertThat(page(signedInAs.role(Role.DSL, school))).doesNotContain("hold due for review");
  }

  @Test
  void saysWhichRegistersAreMissingOnceTheyHaveClosed() throws Exception {
    bringIn("2025-11-03,AM,/,-,/,-");

    String page = page(signedInAs.role(Role.OFFICE, school));

    assertThat(page).contains("2 pupils without a mark").contains("Ash: 2 of 2");
    assertThat(page).doesNotContain("Oak: ");
  }

  @Test
  void promptsForAReasonOnTheFifthSchoolDayAndNotOnTheFourth() throws Exception {
    clock.set(Instant.parse("2025-11-11T12:00:00Z"));
    bringIn("2025-11-05,AM,N,/,/,/");
    RequestPostProcessor office = signedInAs.role(Role.OFFICE, school);

    clock.set(Instant.parse("2025-11-10T12:00:00Z"));
    assertThat(page(office)).doesNotContain("Reasons overdue");

    clock.set(Instant.parse("2025-11-11T12:00:00Z"));
    assertThat(page(office)).contains("Reasons overdue").contains("Wednesday 5 November");
  }

  @Test
  void showsAStoppedFileToTheOfficeAndNotToTheTeacher() throws Exception {
    StringBuilder roll =
        new StringBuilder("admission_no,first_name,last_name,dob,year,class,entry_date\n");
    StringBuilder absent = new StringBuilder("admission_no,date,session,code\n");
    for (int no = 201; no <= 210; no++) {
      roll.append("%d,Sam,Example,2016-02-14,5,Oak,2020-09-01\n".formatted(no));
      absent.append("%d,2025-11-03,AM,N\n".formatted(no));
    }
    pupils.bringIn(school, "more-pupils.csv", file(roll.toString()), "Test");

    assertThat(
            marks
                .bringIn(
                    school, "later.csv", file(absent.toString()), clock.instant(), OFFICE, false)
                .state())
        .isEqualTo(ImportState.STOPPED);

    assertThat(page(signedInAs.role(Role.OFFICE, school))).contains("later.csv");
    assertThat(page(signedInAs.role(Role.TEACHER, school))).doesNotContain("later.csv");
  }

  @Test
  void showsNoPupilToThoseWhoSeeNone() throws Exception {
    bringIn("2025-11-03,AM,N,N,N,N");

    assertThat(page(signedInAs.role(Role.GOVERNOR, school))).doesNotContain("Okafor");
    assertThat(page(signedInAs.role(Role.ADMIN, school)))
        .doesNotContain("Okafor")
        .contains("/people");
    assertThat(page(signedInAs.role(Role.OFFICE, signedInAs.newSchool()))).doesNotContain("Okafor");
  }

  @Test
  void saysWhyTheSchoolIsClosed() throws Exception {
    clock.set(Instant.parse("2025-10-28T09:30:00Z"));

    assertThat(page(signedInAs.role(Role.OFFICE, school))).contains("The school is closed today");
  }

  private String page(RequestPostProcessor who) throws Exception {
    return mvc.perform(get("/").with(who))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  /** Marks of pupils 101 to 104 for one session: {@code day,session,code,code,code,code}. */
  private void bringIn(String session) {
    assertThat(
            marks
                .bringIn(school, "attendance.csv", rows(session), clock.instant(), OFFICE, true)
                .state())
        .isEqualTo(ImportState.APPLIED);
  }

  private static SchoolFile.Source rows(String session) {
    String[] cells = session.split(",");
    StringBuilder rows = new StringBuilder("admission_no,date,session,code\n");
    for (int i = 0; i < 4; i++) {
      rows.append("%d,%s,%s,%s\n".formatted(101 + i, cells[0], cells[1], cells[2 + i]));
    }
    return file(rows.toString());
  }

  private static SchoolFile.Source file(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}

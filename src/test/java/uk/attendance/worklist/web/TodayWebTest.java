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
  void listsFamiliesToRingOnceAndThoseAtRiskFirst() throws Exception {
    bringIn("2025-11-03,AM,N,N,N,/");

    String page = page(signedInAs.role(Role.OFFICE, school));

    assertThat(page).contains("3 children in 2 families").containsOnlyOnce("07700 900141");
    assertThat(page.indexOf("Jess")).isLessThan(page.indexOf("Ada"));
    assertThat(page).contains("social worker").doesNotContain(">Mila<");
  }

  @Test
  void namesWhoMustNotBeContactedWithoutANumber() throws Exception {
    bringIn("2025-11-03,AM,/,/,N,/");

    String page = page(signedInAs.role(Role.OFFICE, school));

    assertThat(page)
        .contains("Rob Lowe, father: do not contact.")
        .contains("No number on file that may be rung.")
        .doesNotContain("07700 900178");
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

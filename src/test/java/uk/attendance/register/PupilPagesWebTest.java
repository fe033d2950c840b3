package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.ImportingContacts;
import uk.attendance.pupil.ImportingPupils;
import uk.attendance.pupil.People;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.SchoolId;

@WebTest
class PupilPagesWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired ImportingPupils importingPupils;
  @Autowired ImportingContacts importingContacts;
  @Autowired ChangingCalendar changing;
  @Autowired Pupils pupils;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;

  private SchoolId school;
  private Pupil ada;

  @BeforeEach
  void schoolWithPupils() {
    school = signedInAs.newSchool();
    changing.setUp(school, MadeUpMarks.PLAN, "Jo, office");
    importingPupils.bringIn(
        school,
        "pupils.csv",
        People.file(
            People.PUPIL_COLUMNS
                + "101,,Adaeze,Okafor,Ada,14/02/2016,5,Oak,01/09/2020,,,,,,1,,,,F7\n"
                + "102,,Ben,Okafor,,30/11/2018,2,Ash,05/09/2022,,,,,,,,,,F7\n"
                + "103,,Cleo,O'Neill,,30/11/2015,5,Oak,05/09/2020,,,,,,,,,,\n"),
        "Jo");
    importingContacts.bringIn(
        school,
        "contacts.csv",
        People.file(
            People.CONTACT_COLUMNS
                + "101,C1,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700 900141,,,1 High St,,Igbo,sms,no\n"
                + "101,C2,Mr,Emeka,Okafor,father,2,yes,no,yes,07700 900142,,,,,,,no\n"),
        "Jo");
    ada = pupils.byAdmissionNo(school, "101", Scope.ofTheSystem(school)).orElseThrow();
    MadeUpMarks marks =
        new MadeUpMarks()
            .present("2025-09-01", "2025-10-24")
            .mark("2025-09-12", "L", "\\")
            .mark("2025-10-09", "I", "I")
            .mark("2025-10-23", "N", "N")
            .mark("2025-10-24", "N", "N")
            .mark("2025-11-03", "N", "");
    record(ada, marks);
  }

  private void record(Pupil pupil, MadeUpMarks marks) {
    marks.forEach(
        (day, session, code) ->
            jdbc.sql(
                    "insert into mark (pupil_id, marked_on, session, school_id, code, decided_here, marked_at)"
                        + " values (:pupil, :day, :session, :school, :code, false, :at)")
                .param("pupil", pupil.id().value())
                .param("day", day)
                .param("session", session.name())
                .param("school", school.value())
                .param("code", code)
                .param("at", OffsetDateTime.parse("2025-11-03T09:00:00Z"))
                .update());
    events.publishEvent(
        new MarksRecorded(null, pupil.school(), Set.of(pupil.id()), marks.first(), marks.last()));
  }

  @Test
  void showsThePupilWithFiguresYearAndWhoToRing() throws Exception {
    String page = page("/pupils/" + ada.id(), office());

    assertThat(page)
        .contains("<h1", "Ada Okafor", "Year 5, Oak · age 9", "Ben (Year 2, Ash)")
        .contains("attended, 74 of 81 possible sessions", "91.35 %")
        .contains("unauthorised, all in the last 10 school weeks")
        .contains("2 more sessions")
        .contains("unexplained, day 2", "interpreter: Igbo", "social worker")
        .contains("tel:+447700900141", "do not contact Mr Emeka Okafor")
        .doesNotContain("900142", "compulsory school age")
        .contains("N, reason not yet established; correct Monday 3 November, morning")
        .contains("closed: INSET day", "to come")
        .contains("/pupils/" + ada.id() + "/marks/2025-11-03/AM")
        .doesNotContain("style=");
  }

  @Test
  void readsTheYearAsATable() throws Exception {
    assertThat(page("/pupils/" + ada.id() + "?view=table&year=2025", office()))
        .contains("I, illness: correct Thursday 9 October, afternoon", "Show as a calendar");
  }

  @Test
  void showsAYearWithoutMarksAsOne() throws Exception {
    assertThat(page("/pupils/" + ada.id() + "?year=2024", office()))
        .contains("No mark of 2024/25 is in the register yet", "2025/26");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/contacts", "/changes", "/certificate"})
  void hidesThePupilFromAnotherSchool(String path) throws Exception {
    SchoolId other = signedInAs.newSchool();

    for (Role role : new Role[] {Role.OFFICE, Role.HEADTEACHER, Role.MANAGER, Role.TEACHER}) {
      mvc.perform(get("/pupils/" + ada.id() + path).with(signedInAs.role(role, other)))
          .andExpect(status().isNotFound());
    }
    mvc.perform(get("/pupils/999999999999" + path).with(office())).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNOR", "APPEALS_CLERK", "ADMIN"})
  void refusesThoseWhoSeeNoPupil(Role role) throws Exception {
    for (String path : new String[] {"/pupils", "/pupils/" + ada.id(), "/classes"}) {
      mvc.perform(get(path).with(signedInAs.role(role, school))).andExpect(status().isForbidden());
    }
  }

  @Test
  void showsATeacherTheirClassWithoutFlagsAndWithoutRecording() throws Exception {
    RequestPostProcessor teacher = signedInAs.teacherOf(ada.classId(), school);
    Pupil ben = pupils.byAdmissionNo(school, "102", Scope.ofTheSystem(school)).orElseThrow();

    assertThat(page("/pupils/" + ada.id(), teacher))
        .doesNotContain("social worker", "Plan an absence")
        .contains("do not contact");
    assertThat(page("/pupils", teacher))
        .contains("Okafor, Ada", "Neill, Cleo")
        .doesNotContain("Ben", "/pupils/import");
    mvc.perform(get("/pupils/" + ben.id()).with(teacher)).andExpect(status().isNotFound());
    mvc.perform(get("/classes/" + ben.classId()).with(teacher)).andExpect(status().isNotFound());
  }

  @Test
  void listsPupilsSearchedNarrowedAndSorted() throws Exception {
    assertThat(page("/pupils", office()))
        .contains("Okafor, Ada", "7 of 81", "at risk", "Okafor, Ben");
    assertThat(page("/pupils?q=okafor%20ash", office())).contains("Ben").doesNotContain("Cleo");
    assertThat(page("/pupils?show=at-risk", office()))
        .contains("Okafor, Ada")
        .doesNotContain("Ben");
    assertThat(page("/pupils?show=persistent", office())).contains("No pupil matches");
    assertThat(page("/pupils?sort=attendance&q=%26x", office())).contains("No pupil matches");
    assertThat(page("/pupils?inClassId=" + ada.classId(), office()))
        .contains("Cleo")
        .doesNotContain("Ben");
  }

  @Test
  void showsAClassWithItsAbsenteesFirst() throws Exception {
    assertThat(page("/classes", office())).contains("Oak", "Ash", "Monday 3 November 2025");
    assertThat(page("/classes/" + ada.classId(), office()))
        .contains("Absent (1)", "Everybody (2)", "1 pupil is not marked yet.", "91.35 %")
        .contains("Reason not yet established");
  }

  @Test
  void certifiesAttendanceAsAtAnyDay() throws Exception {
    jdbc.sql(
            "insert into amendment (pupil_id, position, school_id, marked_on, session, original, amended,"
                + " reason, amended_by, title, amended_at, salt, digest, previous, hash)"
                + " values (:pupil, 1, :school, :day, 'AM', '/', 'I', 'Mother rang', 'Sam', 'Clerk', :at,"
                + " 's', 'd', 'p', 'h')")
        .param("pupil", ada.id().value())
        .param("school", school.value())
        .param("day", LocalDate.of(2025, 10, 9))
        .param("at", OffsetDateTime.parse("2025-10-13T09:00:00Z"))
        .update();
    String path = "/pupils/" + ada.id() + "/certificate";

    assertThat(page(path, office())).contains("Adaeze Okafor", "91.35 %", "Monday 3 November 2025");
    assertThat(page(path + "?asAt=2025-10-10", office()))
        .contains("as the register stood at the end of Friday 10 October 2025", "98.33 %");
    assertThat(page(path + "?asAt=2025-11-04", office())).contains("Give a day up to today");
    assertThat(page("/pupils/" + ada.id() + "/changes", office()))
        .contains("Thursday 9 October 2025, morning", "Mother rang", "Sam, Clerk");
  }

  @Test
  void survivesASchoolWithoutTermsOrMarks() throws Exception {
    SchoolId empty = signedInAs.newSchool();
    importingPupils.bringIn(
        empty,
        "pupils.csv",
        People.file(People.PUPIL_COLUMNS + "1,,Dan,Smith,,14/02/2016,5,Oak,01/09/2020,,,,,,,,,,\n"),
        "Jo");
    Pupil dan = pupils.byAdmissionNo(empty, "1", Scope.ofTheSystem(empty)).orElseThrow();
    RequestPostProcessor head = signedInAs.role(Role.HEADTEACHER, empty);

    assertThat(page("/pupils/" + dan.id(), head)).contains("calendar has no terms yet", "Nobody");
    assertThat(page("/pupils/" + dan.id() + "/contacts", head)).contains("would be here");
    assertThat(page("/pupils/" + dan.id() + "/changes", head)).contains("would be here");
    assertThat(page("/pupils/" + dan.id() + "/certificate", head)).contains("No mark stood");
    assertThat(page("/pupils", head)).contains("Smith, Dan", "no figure yet");
    assertThat(page("/classes", head)).contains("Oak");
    assertThat(page("/classes/" + dan.classId(), head)).contains("Absent (0)");
    assertThat(page("/pupils", signedInAs.role(Role.HEADTEACHER, signedInAs.newSchool())))
        .contains("would be here");
  }

  private RequestPostProcessor office() {
    return signedInAs.role(Role.OFFICE, school);
  }

  private String page(String path, RequestPostProcessor person) throws Exception {
    return mvc.perform(get(java.net.URI.create(path)).with(person))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString(StandardCharsets.UTF_8);
  }
}

package uk.attendance.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.casefile.TaskId;
import uk.attendance.file.SchoolFile;
import uk.attendance.pupil.ImportingContacts;
import uk.attendance.pupil.ImportingPupils;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.SomeTasks;

/** It is 09:30 on Monday 3 November 2025; Ada and Ben Okafor, and Jess Lowe, are away. */
@WebTest
class CallSheetWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired ChangingCalendar calendar;
  @Autowired ImportingPupils pupils;
  @Autowired ImportingContacts contacts;
  @Autowired JdbcClient jdbc;
  @Autowired TaskService engine;

  private SchoolId school;
  private SomeTasks tasks;
  private RequestPostProcessor office;
  private TaskId ada;
  private TaskId ben;
  private TaskId jess;

  @BeforeEach
  void threeChildrenOfTwoFamilies() {
    school = signedInAs.newSchool();
    calendar.setUp(
        school,
        new CalendarPlan(
            List.of(Period.term("Autumn", day("2025-09-01"), day("2025-12-19"))), List.of()),
        "Test");
    pupils.bringIn(
        school,
        "pupils.csv",
        file(
            """
            admission_no,upn,first_name,last_name,preferred_name,dob,year,class,entry_date,leaving_date,sen,ehcp,looked_after,previously_looked_after,social_worker,previously_social_worker,protection_plan,youth_justice,family
            101,,Ada,Okafor,,2016-02-14,5,Oak,2020-09-01,,,,,,,,,,F7
            102,,Ben,Okafor,,2018-11-30,2,Ash,2022-09-05,,,,,,,,,,F7
            103,,Jess,Lowe,,2015-01-20,6,Elm,2019-09-02,,,,,,yes,,,,F8
            """),
        "Test");
    contacts.bringIn(
        school,
        "contacts.csv",
        file(
            """
            admission_no,contact_id,title,first_name,last_name,relationship,priority,parental_responsibility,lives_with,no_contact,mobile,phone,email,address_1,postcode,language,preferred_channel,do_not_text
            101,C1,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700 900141,,,,,Igbo,,no
            102,C1,Mrs,Grace,Okafor,mother,1,yes,yes,no,07700 900141,,,,,Igbo,,no
            101,C3,Mr,Emeka,Okafor,father,2,yes,no,yes,07700 900142,,,,,,,no
            102,C3,Mr,Emeka,Okafor,father,2,yes,no,no,07700 900142,,,,,,,no
            101,C4,Ms,Ruth,Obi,aunt,3,no,no,no,07700 900143,,,,,,,no
            103,C2,Mr,Rob,Lowe,father,2,yes,no,yes,07700 900178,,,,,,,no
            """),
        "Test");
    tasks = new SomeTasks(jdbc, school);
    AccountId pat = accounts.create(school + "@example.org", "Pat Clerk", "Secretary", false);
    accounts.grant(pat, Role.OFFICE, school);
    office = signedInAs.person(pat);
    ada = call("101");
    ben = call("102");
    jess = call("103");
  }

  @Test
  void putsSiblingsTogetherAndAChildAtRiskFirst() throws Exception {
    String page = page("/calls");

    assertThat(page)
        .contains("Unexplained today: 3 children in 2 families.")
        .contains("Okafor family")
        .contains("One outcome for both children.")
        .contains("interpreter: Igbo")
        .contains("href=\"tel:+447700900141\"")
        .containsOnlyOnce(">07700 900141<");
    assertThat(page.indexOf("Jess")).isLessThan(page.indexOf("Ada"));
    assertThat(page).contains("social worker");
  }

  @Test
  void namesWhoMustNotBeContactedAboutWhomAndGivesNoNumber() throws Exception {
    assertThat(page("/calls"))
        .contains("Rob Lowe, father: do not contact (court order).")
        .doesNotContain("07700 900178")
        .contains("No number on file that may be rung.")
        .contains("Emeka Okafor, father: do not contact about Ada (court order).")
        .contains("about Ben only")
        .contains("When nobody answers");
  }

  @Test
  void onlyAReasonGivenAsksForMore() throws Exception {
    String asked =
        body(
            post("/calls")
                .param("task", jess.value())
                .param("family", family("103"))
                .param("outcome", "reason-given")
                .with(office));

    assertThat(asked)
        .contains("What was the reason?")
        .doesNotContain("govuk-error-message\"")
        .containsPattern("<fieldset[^>]*id=\"" + family("103") + "-reason\"(?![^>]*hidden)");

    String refused =
        body(
            post("/calls")
                .param("task", jess.value())
                .param("family", family("103"))
                .param("outcome", "reason-given")
                .param("reasonText", "Tummy bug")
                .with(office));

    assertThat(refused).contains("Error: Call sheet").contains("Tummy bug");
    assertThat(submitted(jess)).isZero();
  }

  @Test
  void theSecondOfTwoIsToldWhoWasFirstAndKeepsWhatWasTyped() throws Exception {
    tasks.done(jess, tasks.childOf("103"), "Kim Other");

    String told =
        after(
            post("/calls")
                .param("task", jess.value())
                .param("outcome", "no-answer")
                .param("notes", "engaged all morning")
                .with(office));

    assertThat(told)
        .contains("Jess Lowe")
        .contains("Kim Other was first, at 09:26: no answer.")
        .contains("engaged all morning");
    assertThat(submitted(jess)).isOne();
    assertThat(page("/calls?show=done")).contains("Jess Lowe").contains("Kim Other at 09:26");
  }

  @Test
  void aHeldCallIsNotShownAndTheSheetSaysSo() throws Exception {
    tasks.hold(jess);

    assertThat(page("/calls"))
        .doesNotContain("Jess")
        .contains("One more call is on hold. Speak to the safeguarding lead.");
    assertThat(body(get("/calls").with(signedInAs.role(Role.DSL, school)))).contains("Jess");
  }

  @Test
  void onlyTheOfficeAnswersAndNobodyOfAnotherSchool() throws Exception {
    assertThat(body(get("/calls").with(signedInAs.role(Role.HEADTEACHER, school))))
        .contains("Okafor family")
        .doesNotContain("name=\"outcome\"");
    RequestPostProcessor stranger = signedInAs.role(Role.OFFICE, signedInAs.newSchool());
    assertThat(body(get("/calls").with(stranger))).doesNotContain("Okafor").contains("Nobody is.");
    mvc.perform(
            post("/calls").param("task", ada.value()).param("outcome", "no-answer").with(stranger))
        .andExpect(status().isNotFound());
  }

  private TaskId call(String admissionNo) {
    TaskId id =
        tasks.open(tasks.childOf(admissionNo), "telephone-parents", Role.OFFICE, "2025-11-03");
    engine.saveTask(engine.newTask(id.value()));
    return id;
  }

  private String family(String admissionNo) {
    return "family-" + tasks.pupil(admissionNo);
  }

  private int submitted(TaskId task) {
    return jdbc.sql("select count(*) from task_submission where task_id = :id")
        .param("id", task.value())
        .query(Integer.class)
        .single();
  }

  private String page(String address) throws Exception {
    return body(get(address).with(office));
  }

  private String body(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  /** The sheet as it looks after a call. */
  private String after(MockHttpServletRequestBuilder call) throws Exception {
    var answer = mvc.perform(call).andExpect(status().is3xxRedirection()).andReturn();
    return body(
        get(URI.create(answer.getResponse().getRedirectedUrl()))
            .cookie(answer.getResponse().getCookies())
            .with(office));
  }

  private static SchoolFile.Source file(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}

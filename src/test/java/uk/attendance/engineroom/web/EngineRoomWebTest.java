package uk.attendance.engineroom.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.StandingClock;
import uk.attendance.WebTest;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Timeline;
import uk.attendance.engineroom.CheckingInvariants;
import uk.attendance.engineroom.process.FailingStep;
import uk.attendance.engineroom.process.Mending;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;

@WebTest
class EngineRoomWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired ChangingCalendar calendar;
  @Autowired Holds holds;
  @Autowired Timeline timeline;
  @Autowired StandingClock clock;
  @Autowired ApplicationContext context;
  @Autowired CheckingInvariants checking;

  private SchoolId school;
  private Mending mending;

  @BeforeEach
  void aSchool() {
    school = newSchool();
    mending = new Mending(context::getBean);
  }

  @AfterEach
  void mend() {
    FailingStep.mendAll();
  }

  private SchoolId newSchool() {
    SchoolId made = signedInAs.newSchool();
    calendar.setUp(
        made,
        new CalendarPlan(
            List.of(
                Period.term(
                    "Autumn term", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"))),
            List.of()),
        "Sam Example");
    return made;
  }

  private PupilId newPupil(SchoolId at) {
    String no = java.util.UUID.randomUUID().toString().substring(0, 18);
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, :no, 'Zenobia', 'Quince', date '2015-05-01', '5', date '2024-09-02')
            """)
        .param("school", at.value())
        .param("no", no)
        .update();
    return new PupilId(
        jdbc.sql("select id from pupil where school_id = :school and admission_no = :no")
            .param("school", at.value())
            .param("no", no)
            .query(Long.class)
            .single());
  }

  @Test
  void tellsAnAdministratorWhatFailedWithoutThePupilAndWithoutALink() throws Exception {
    CaseId id = mending.broken(school, newPupil(school));

    String page = page(signedInAs.role(Role.ADMIN, school));

    assertThat(page)
        .contains("1 step failed and is not tried again without you")
        .contains("Mend the pipe")
        .contains("Case " + id + ", Mending")
        .contains("found no spanner")
        .contains("tried 3 times, given up")
        .doesNotContain("/cases/" + id)
        .doesNotContain("Quince");
    assertThat(page(signedInAs.role(Role.ADMIN, newSchool())))
        .doesNotContain("Case " + id)
        .contains("Every step that was due has been done.");
  }

  @Test
  void leadsThoseToTheCaseWhoMaySeeItsPupil() throws Exception {
    PupilId pupil = newPupil(school);
    CaseId id = mending.broken(school, pupil);
    AccountId both = signedInAs.newPerson();
    accounts.grant(both, Role.ADMIN, school);
    accounts.grant(both, Role.OFFICE, school);

    assertThat(page(signedInAs.person(both)))
        .contains("/cases/" + id)
        .contains("Mend the pipe")
        .doesNotContain("Quince");

    holds.place(
        school, pupil, "Police are asking", null, new Actor(null, "Jo Guard", "Safeguarding lead"));
    assertThat(page(signedInAs.person(both)))
        .contains("A step of a case on hold")
        .doesNotContain("Mend the pipe");
  }

  @Test
  void givesAResultForEachStepThatIsTriedAgain() throws Exception {
    CaseId mended = mending.broken(school, newPupil(school));
    CaseId broken = mending.broken(school, newPupil(school));
    FailingStep.mendFor(mended.value());
    RequestPostProcessor admin = signedInAs.role(Role.ADMIN, school);
    assertThat(answer(get("/"), admin).getContentAsString())
        .contains("/engine-room#failed")
        .contains("steps failed");

    String page = after(post("/engine-room/steps").param("all", "true"), admin);

    assertThat(page)
        .contains("1 of 2 done")
        .contains("Case " + mended + ": Mend the pipe")
        .contains("It worked. The case goes on.")
        .contains("It failed again.");
    assertThat(timeline.of(List.of(mended, broken), EntryKind.RETRIED))
        .extracting(entry -> entry.actor() + ", " + entry.title())
        .containsExactly("Sam Example, Clerk", "Sam Example, Clerk");
    FailingStep.mendFor(broken.value());
    assertThat(after(post("/engine-room/steps").param("job", mending.job(broken)), admin))
        .contains("It worked. The case goes on.");
    assertThat(after(post("/engine-room/steps").param("all", "true"), admin))
        .contains("No step stands as failed any more.");
    assertThat(after(post("/engine-room/steps"), admin)).contains("Tick one or more steps first.");
  }

  @Test
  void triesNothingAgainOfASchoolThatOneDoesNotAdminister() throws Exception {
    CaseId id = mending.broken(school, newPupil(school));
    FailingStep.mendFor(id.value());

    String page =
        after(
            post("/engine-room/steps").param("job", mending.job(id)),
            signedInAs.role(Role.ADMIN, newSchool()));

    assertThat(page).contains("Not done").contains("It is no longer there");
    assertThat(timeline.of(List.of(id), EntryKind.RETRIED)).isEmpty();
    assertThat(page(signedInAs.role(Role.ADMIN, school))).contains("Mend the pipe");
  }

  @Test
  void saysWhatIsTheMatterWithAStuckCaseAndLetsItGoOn() throws Exception {
    CaseId id = mending.open(school, newPupil(school));
    RequestPostProcessor admin = signedInAs.role(Role.ADMIN, school);

    assertThat(page(admin))
        .contains("1 case is stuck")
        .contains("“Talk overdue” was due Monday 3 November 2025, 09:00 and has not gone off.");
    assertThat(after(post("/engine-room/steps").param("job", mending.job(id)), admin))
        .contains("It worked. The case goes on.")
        .contains("No. Every open case has a task");
  }

  @Test
  void showsWhoWasSetAsideToTheOfficeByNameAndToAdministratorsByNumber() throws Exception {
    PupilId pupil = newPupil(school);
    setAside(pupil);

    RequestPostProcessor office = signedInAs.role(Role.OFFICE, school);
    RequestPostProcessor admin = signedInAs.role(Role.ADMIN, school);
    assertThat(answer(get("/"), office).getContentAsString()).contains("/registers/set-aside");
    assertThat(answer(get("/"), admin).getContentAsString())
        .contains("/engine-room#set-aside")
        .doesNotContain("/engine-room#failed")
        .doesNotContain("/registers/set-aside");
    assertThat(answer(get("/registers/set-aside"), office).getContentAsString())
        .contains("Zenobia Quince")
        .contains("The table was locked")
        .contains("2 times");
    assertThat(page(admin))
        .contains("<span>1 pupil</span> could not be looked at")
        .doesNotContain("Quince")
        .doesNotContain("The table was locked");

    assertThat(after(post("/engine-room/set-aside").param("school", school.value()), admin))
        .contains("Looked at now.")
        .contains("Yes. Nobody was set aside.");
    assertThat(answer(get("/registers/set-aside"), office).getContentAsString())
        .contains("There are none");
  }

  @Test
  void theOfficeHasPupilsLookedAtAgainWithAResultForEach() throws Exception {
    PupilId one = newPupil(school);
    PupilId elsewhere = newPupil(newSchool());
    setAside(one);
    setAside(elsewhere);
    RequestPostProcessor office = signedInAs.role(Role.OFFICE, school);

    assertThat(after("/registers/set-aside", post("/registers/set-aside"), office))
        .contains("Tick one or more pupils first.");
    assertThat(
            after(
                "/registers/set-aside",
                post("/registers/set-aside").param("pupil", one.toString()),
                office))
        .contains("Zenobia Quince")
        .contains("Looked at now.");
    assertThat(
            after(
                "/registers/set-aside", post("/registers/set-aside").param("all", "true"), office))
        .contains("A pupil of another school")
        .contains("It failed again")
        .doesNotContain("Quince");
  }

  @Test
  void showsWhatWaitsAndForHowLong() throws Exception {
    jdbc.sql(
            """
            insert into register_import (school_id, file_name, sha256, size_bytes, exported_at,
              received_at, received_by, received_title, unattended, state)
            values (:school, 'a.csv', 'x', 1, :at, :at, 'Pat Clerk', 'Clerk', false, 'RECEIVED')
            """)
        .param("school", school.value())
        .param("at", clock.instant().minusSeconds(901).atOffset(java.time.ZoneOffset.UTC))
        .update();

    assertThat(page(signedInAs.role(Role.ADMIN, school)))
        .contains("Something waits longer than it should")
        .contains("Register files being read")
        .contains("15 minutes");
    jdbc.sql("update register_import set state = 'APPLIED' where school_id = :school")
        .param("school", school.value())
        .update();
    assertThat(page(signedInAs.role(Role.ADMIN, school)))
        .contains("Which programs are at work?")
        .contains("(this one)");
  }

  @Test
  void checksBesideThePagesAndTellsWhatItFound() throws Exception {
    RequestPostProcessor admin = signedInAs.role(Role.ADMIN, school);

    checking.soon(new Actor(null, "Robin Keeper", "Clerk")).orElseThrow().get();

    assertThat(page(admin)).contains("by Robin Keeper").contains("hold.");
    assertThat(after(post("/engine-room/check"), admin)).contains("The check has begun.");
  }

  private void setAside(PupilId pupil) {
    jdbc.sql(
            """
            insert into register_close (school_id, pupil_id, queued_at, attempts, try_at, failure)
            values (:school, :pupil, :now, 2, :later, 'The table was locked')
            """)
        .param("school", school.value())
        .param("pupil", pupil.value())
        .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .param("later", clock.instant().plusSeconds(600).atOffset(java.time.ZoneOffset.UTC))
        .update();
  }

  private String page(RequestPostProcessor who) throws Exception {
    MockHttpServletResponse answer = answer(get("/engine-room"), who);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse answer(
      MockHttpServletRequestBuilder asked, RequestPostProcessor who) throws Exception {
    return mvc.perform(asked.with(who)).andReturn().getResponse();
  }

  private String after(MockHttpServletRequestBuilder act, RequestPostProcessor who)
      throws Exception {
    return after("/engine-room", act, who);
  }

  /** The page one comes back to, with what it says of what was done. */
  private String after(String back, MockHttpServletRequestBuilder act, RequestPostProcessor who)
      throws Exception {
    MvcResult done = mvc.perform(act.with(who)).andExpect(status().is3xxRedirection()).andReturn();
    assertThat(done.getResponse().getRedirectedUrl()).startsWith(back);
    return mvc.perform(get(back).cookie(done.getResponse().getCookies()).with(who))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}

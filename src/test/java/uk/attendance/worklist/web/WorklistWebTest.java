package uk.attendance.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SpecialDay;
import uk.attendance.worklist.SomeTasks;
import uk.attendance.worklist.SomeTasks.Child;

/** It is 09:30 on Monday 3 November 2025; Friday is an INSET day. */
@WebTest
class WorklistWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired ChangingCalendar calendar;
  @Autowired JdbcClient jdbc;
  @Autowired TaskService engine;

  private SchoolId school;
  private SomeTasks tasks;
  private AccountId pat;
  private RequestPostProcessor office;

  @BeforeEach
  void aSchoolWithAnOffice() {
    school = signedInAs.newSchool();
    calendar.setUp(
        school,
        new CalendarPlan(
            List.of(Period.term("Autumn", day("2025-09-01"), day("2025-12-19"))),
            List.of(
                new SpecialDay(
                    day("2025-11-07"), false, false, ClosureKind.INSET_DAY, "INSET day"))),
        "Test");
    tasks = new SomeTasks(jdbc, school);
    pat = accounts.create(school + "@example.org", "Pat Clerk", "School secretary", false);
    accounts.grant(pat, Role.OFFICE, school);
    office = signedInAs.person(pat);
  }

  @Test
  void saysDeadlinesInWordsAndWhyEachTaskIsThere() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    open(ada, "telephone-parents", Role.OFFICE, "2025-10-30");
    open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");
    open(ada, "follow-up-unexplained-absence", Role.OFFICE, "2025-11-10");

    assertThat(page("/worklist"))
        .contains("2 school days overdue")
        .contains("due today")
        .contains("4 school days left; Friday&#39;s INSET day not counted")
        .contains("Follow up unexplained absence")
        .contains("NF-F1")
        .contains("Parents are rung on the first day");
  }

  @Test
  void pagesFiftyAtATimeAndKeepsTheFilterInTheAddress() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    for (int i = 0; i < 51; i++) {
      open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");
    }

    String first = page("/worklist?task=telephone-parents&due=today");
    String next =
        first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");

    assertThat(next).contains("task=telephone-parents").contains("due=today");
    assertThat(first.split("data-key=", -1)).hasSize(51);
    assertThat(page(next).split("data-key=", -1)).hasSize(2);
    assertThat(first).contains("51");
  }

  @Test
  void countsNoFurtherThanNinetyNine() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    for (int i = 0; i < 100; i++) {
      open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");
    }

    assertThat(page("/worklist")).contains("<strong>99+</strong>");
  }

  @Test
  void claimsSeveralAtOnceAndSaysOfEachWhatCameOfIt() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    TaskId free = open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");
    TaskId taken = open(ada, "telephone-emergency-contacts", Role.OFFICE, "2025-11-03");
    AccountId kim = signedInAs.newPerson();
    accounts.grant(kim, Role.OFFICE, school);
    tasks.claimedBy(taken, kim);

    String results =
        after(post("/worklist/claim").param("task", free + "~0", taken + "~1").with(office));

    assertThat(results)
        .contains("1 of 2 done")
        .contains("Yours now.")
        .contains("Sam Example has it.")
        .contains("Take it over");
    assertThat(engine.createTaskQuery().taskId(free.value()).singleResult())
        .extracting(Task::getAssignee)
        .isEqualTo(pat.toString());
    assertThat(
            after(
                post("/worklist/claim")
                    .param("task", taken + "~1")
                    .param("evenFromColleagues", "true")
                    .with(office)))
        .contains("Yours now.");
  }

  @Test
  void aTaskThatTheEngineNoLongerHasIsNotClaimed() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    TaskId gone = tasks.open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");

    assertThat(after(post("/worklist/claim").param("task", gone + "~0").with(office)))
        .contains("Not done");
    assertThat(
            jdbc.sql("select assignee from worklist where task_id = :id")
                .param("id", gone.value())
                .query()
                .singleRow())
        .containsEntry("ASSIGNEE", null);
  }

  @Test
  void asksWhoIsToHaveATaskAndUntilWhenItWaits() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    TaskId call = open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");
    AccountId kim = signedInAs.newPerson();
    accounts.grant(kim, Role.OFFICE, school);

    assertThat(body(post("/worklist/give").param("task", call + "~0").with(office)))
        .contains("Give tasks to somebody")
        .contains("Sam Example, Clerk");
    assertThat(body(post("/worklist/give").param("task", call + "~0").param("to", "").with(office)))
        .contains("Choose who is to have them.");
    assertThat(
            after(
                post("/worklist/give")
                    .param("task", call + "~0")
                    .param("to", kim.toString())
                    .with(office)))
        .contains("Given to Sam Example.");
    assertThat(
            body(
                post("/worklist/postpone")
                    .param("task", call + "~1")
                    .param("until", "soon")
                    .param("because", " ")
                    .with(office)))
        .contains("Enter the day on which they come back")
        .contains("Say why they wait");
    assertThat(
            after(
                post("/worklist/postpone")
                    .param("task", call + "~1")
                    .param("until", "2025-11-05")
                    .param("because", "Grandmother rings back")
                    .with(office)))
        .contains("Out of the list until Wednesday 5 November 2025.")
        .contains("Its deadline stays Monday 3 November 2025.");
    assertThat(page("/worklist")).doesNotContain("data-key=");
    assertThat(page("/worklist?show=postponed")).contains("Grandmother rings back");
  }

  @Test
  void keepsAViewWithItsCountAndDropsIt() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    open(ada, "telephone-parents", Role.OFFICE, "2025-10-30");
    String view = "due=overdue&q=oka%26for";

    mvc.perform(post("/worklist/views").param("name", "Late ones").param("view", view).with(office))
        .andExpect(redirectedUrl("/worklist?due=overdue&q=oka%26for"));
    mvc.perform(
            post("/worklist/views")
                .param("name", "Late ones")
                .param("view", "due=overdue")
                .with(office))
        .andExpect(redirectedUrl("/worklist?due=overdue"));

    assertThat(page("/worklist")).contains("Late ones (1)");
    long id =
        jdbc.sql("select id from saved_view where account_id = :pat")
            .param("pat", pat.value())
            .query(Long.class)
            .single();
    mvc.perform(
        post("/worklist/views/drop")
            .param("id", Long.toString(id))
            .with(signedInAs.role(Role.OFFICE, school)));
    assertThat(page("/worklist")).contains("Late ones (1)");
    mvc.perform(post("/worklist/views/drop").param("id", Long.toString(id)).with(office));
    assertThat(page("/worklist")).doesNotContain("Late ones");
    assertThat(after(post("/worklist/views").param("name", " ").with(office)))
        .contains("A view is kept by a name");
  }

  @Test
  void showsTheColumnsThatThePersonChose() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");

    mvc.perform(post("/worklist/columns").param("column", "due-day", "nonsense").with(office));

    assertThat(page("/worklist")).contains("Monday 3 November 2025").doesNotContain("Nobody yet");
    assertThat(body(get("/worklist").with(signedInAs.role(Role.OFFICE, school))))
        .contains("Nobody yet");
  }

  @Test
  void showsOfAHeldTaskOnlyTheSafeguardingSentence() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    tasks.hold(open(ada, "telephone-parents", Role.OFFICE, "2025-11-03"));

    assertThat(page("/worklist"))
        .contains("The safeguarding lead has put this on hold.")
        .doesNotContain("Okafor")
        .doesNotContain("Parents are rung");
    assertThat(body(get("/worklist?whose=all").with(signedInAs.role(Role.DSL, school))))
        .contains("Okafor");
  }

  @Test
  void aTaskOfAnotherSchoolIsNeitherShownNorChanged() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    TaskId call = open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");
    RequestPostProcessor stranger = signedInAs.role(Role.OFFICE, signedInAs.newSchool());

    assertThat(body(get("/worklist?whose=all&school=" + school).with(stranger)))
        .doesNotContain("Okafor");
    String url =
        mvc.perform(post("/worklist/claim").param("task", call + "~0").with(stranger))
            .andReturn()
            .getFlashMap()
            .get("results")
            .toString();
    assertThat(url).contains("no longer open").doesNotContain("Okafor");
    assertThat(body(post("/worklist/postpone").param("task", call + "~0").with(stranger)))
        .doesNotContain("Okafor");
  }

  @Test
  void whatMakesNoSenseInAnAddressNarrowsNothing() throws Exception {
    Child ada = tasks.newChild("Ada", "Okafor", null);
    open(ada, "telephone-parents", Role.OFFICE, "2025-11-03");

    assertThat(page("/worklist?whose=x&due=x&show=x&after=x~y&school=x")).contains("Okafor");
    assertThat(after(post("/worklist/claim").param("task", "x").with(office)))
        .contains("Tick one or more tasks first.");
  }

  private TaskId open(Child child, String task, Role role, String dueOn) {
    TaskId id = tasks.open(child, task, role, dueOn);
    engine.saveTask(engine.newTask(id.value()));
    return id;
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

  /** The list as it looks after a change. */
  private String after(MockHttpServletRequestBuilder change) throws Exception {
    var answer = mvc.perform(change).andExpect(status().is3xxRedirection()).andReturn();
    MockHttpServletRequestBuilder list =
        get(URI.create(answer.getResponse().getRedirectedUrl()))
            .cookie(answer.getResponse().getCookies())
            .with(office);
    return body(list);
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}

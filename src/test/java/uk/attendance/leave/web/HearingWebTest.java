package uk.attendance.leave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.leave.Appeals;
import uk.attendance.leave.Ground;
import uk.attendance.leave.Leave;
import uk.attendance.leave.LeaveLinks;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.MakingLinks;
import uk.attendance.leave.NewRequest;
import uk.attendance.leave.RequestId;
import uk.attendance.leave.RequestState;
import uk.attendance.leave.RequestingLeave;
import uk.attendance.leave.Way;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.SubmittingTasks;

/** An appeal by the link in the letter, arranged by the clerk and decided by the panel. */
@WebTest
class HearingWebTest {

  private static final Actor OFFICE = new Actor(null, "Pat Clerk", "Clerk");
  private static final Actor HEAD = new Actor(null, "Hal Head", "Principal");

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired JdbcClient jdbc;
  @Autowired Accounts accounts;
  @Autowired RequestingLeave requesting;
  @Autowired LeaveRequests requests;
  @Autowired Appeals appeals;
  @Autowired LeaveLinks links;
  @Autowired OpenTasks open;
  @Autowired SubmittingTasks submitting;

  private LeaveFamily family;
  private RequestId request;
  private String token;
  private AccountId governor;
  private AccountId another;
  private RequestPostProcessor clerk;

  @BeforeEach
  void leaveWasDeclined() {
    SchoolId school = signedInAs.newSchool();
    jdbc.sql("update school set pack = 'raleigh' where id = :id")
        .param("id", school.value())
        .update();
    family = LeaveFamily.at(school, jdbc);
    request =
        requesting
            .request(
                new NewRequest(
                    school,
                    List.of(new PupilId(family.ada())),
                    LocalDate.of(2025, 12, 1),
                    LocalDate.of(2025, 12, 5),
                    Ground.HOLIDAY,
                    "A wedding",
                    family.mother(),
                    null,
                    "",
                    LocalDate.of(2025, 11, 3),
                    Way.PAPER,
                    List.of(),
                    UUID.randomUUID().toString()),
                OFFICE)
            .get(0);
    submitting.submit(
        open.of(found().caseId()).stream()
            .filter(task -> task.task().equals(Leave.DECIDE))
            .findFirst()
            .orElseThrow()
            .id(),
        Map.of("outcome", "declined", "reasons", "August will do."),
        HEAD,
        Scope.ofTheSystem(school));
    token = MakingLinks.forAppeal(links, school, family.mother(), request);
    governor = person("Gwen Governor", Role.GOVERNOR);
    another = person("Olu Other", Role.GOVERNOR);
    clerk = signedInAs.role(Role.APPEALS_CLERK, school);
  }

  private AccountId person(String name, Role role) {
    AccountId id =
        accounts.create("p-" + UUID.randomUUID() + "@example.org", name, "Governor", false);
    accounts.grant(id, role, family.school());
    return id;
  }

  private LeaveRequest found() {
    return requests.find(request, Scope.ofTheSystem(family.school())).orElseThrow();
  }

  private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> what)
      throws Exception {
    return mvc.perform(what).andReturn().getResponse();
  }

  private void appeal() throws Exception {
    ask(
        multipart("/a/" + token)
            .param("reasons", "My sister marries once.")
            .param("act", "send")
            .with(csrf()));
  }

  private String taskOf(String key) {
    return open.of(found().caseId()).stream()
        .filter(task -> task.task().equals(key))
        .map(task -> task.id().value())
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not open"));
  }

  private MockHttpServletResponse arrange() throws Exception {
    return ask(
        post("/appeals/" + request)
            .with(clerk)
            .param("task", taskOf(Leave.ARRANGE_HEARING))
            .param("hearingOn", "2025-11-20")
            .param("time", "16:00")
            .param("place", "Library")
            .param("panel", governor.toString())
            .param("outcome", "arranged"));
  }

  @Test
  void isSentByTheLinkOnceAndThenShownAsSent() throws Exception {
    String page = ask(get("/a/" + token)).getContentAsString();
    assertThat(page).contains("Appeal against a decision", "Ada", "declined", "Appeal until");
    assertThat(page).doesNotContain("Okafor");
    assertThat(ask(multipart("/a/" + token).param("act", "send").with(csrf())).getContentAsString())
        .contains("Write why the decision should be different.");

    appeal();
    appeal();

    assertThat(appeals.of(request))
        .hasValueSatisfying(
            found -> {
              assertThat(found.reasons()).isEqualTo("My sister marries once.");
              assertThat(found.appellant()).isEqualTo("Mx Grace Okafor");
              assertThat(found.late()).isFalse();
            });
    assertThat(ask(get("/a/" + token)).getContentAsString()).contains("Your appeal was sent");
  }

  @Test
  void theClerkArrangesItAndThePanelDecidesIt() throws Exception {
    appeal();
    String page = ask(get("/appeals/" + request).with(clerk)).getContentAsString();
    assertThat(page)
        .contains(
            "Papers of the appeal",
            "A wedding",
            "August will do.",
            "My sister marries once.",
            "Gwen Governor",
            "Olu Other");

    assertThat(arrange().getRedirectedUrl()).isEqualTo("/appeals/" + request);

    RequestPostProcessor panel = signedInAs.person(governor);
    assertThat(ask(get("/appeals").with(panel)).getContentAsString()).contains("Appeal about Ada");
    MockHttpServletResponse file = ask(get("/appeals/" + request + "/hearing.ics").with(panel));
    assertThat(file.getContentType()).startsWith("text/calendar");
    assertThat(file.getContentAsString())
        .contains("DTSTART:20251120T160000Z")
        .doesNotContain("Ada");
    ask(
        post("/appeals/" + request)
            .with(panel)
            .param("task", taskOf(Leave.HEAR))
            .param("heard", "Mrs Okafor, the principal")
            .param("reasons", "The wedding is once in a lifetime.")
            .param("grantedFrom", "2025-12-01")
            .param("grantedTo", "2025-12-02")
            .param("outcome", "upheld-in-part"));

    assertThat(found().state()).isEqualTo(RequestState.GRANTED_IN_PART);
    assertThat(ask(get("/appeals/" + request).with(panel)).getContentAsString())
        .contains("Upheld in part", "The wedding is once in a lifetime.");
  }

  @Test
  void showsAGovernorOutsideThePanelNothing() throws Exception {
    appeal();
    arrange();

    assertThat(ask(get("/appeals/" + request).with(signedInAs.person(another))).getStatus())
        .isEqualTo(404);
    assertThat(ask(get("/appeals").with(signedInAs.person(another))).getContentAsString())
        .contains("None is open")
        .doesNotContain("Ada");
  }

  @Test
  void refusesAHearingAfterTheLastDayAndAnEmptyPanel() throws Exception {
    appeal();
    MockHttpServletResponse refused =
        ask(
            post("/appeals/" + request)
                .with(clerk)
                .param("task", taskOf(Leave.ARRANGE_HEARING))
                .param("hearingOn", "2026-01-20")
                .param("place", "Library")
                .param("panel", governor.toString())
                .param("outcome", "arranged"));

    assertThat(refused.getContentAsString()).contains("There is a problem", "at the latest");
    assertThat(appeals.of(request).orElseThrow().hearingOn()).isNull();
  }
}

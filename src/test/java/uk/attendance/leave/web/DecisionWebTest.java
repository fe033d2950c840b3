package uk.attendance.leave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import uk.attendance.leave.Deputies;
import uk.attendance.leave.Ground;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.NewRequest;
import uk.attendance.leave.RequestState;
import uk.attendance.leave.RequestingLeave;
import uk.attendance.leave.Way;
import uk.attendance.pupil.PupilId;

/** The headteacher decides one request at a time, and reads the letter before. */
@WebTest
class DecisionWebTest {

  private static final Actor OFFICE = new Actor(null, "Pat Clerk", "Clerk");

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired JdbcClient jdbc;
  @Autowired RequestingLeave requesting;
  @Autowired LeaveRequests requests;
  @Autowired Deputies deputies;
  @Autowired Accounts accounts;

  private LeaveFamily family;
  private RequestPostProcessor head;

  @BeforeEach
  void twoRequestsWait() {
    family = LeaveFamily.at(signedInAs.newSchool(), jdbc);
    head = signedInAs.role(Role.HEADTEACHER, family.school());
    requesting.request(
        new NewRequest(
            family.school(),
            List.of(new PupilId(family.ada()), new PupilId(family.ben())),
            LocalDate.of(2025, 12, 1),
            LocalDate.of(2025, 12, 5),
            Ground.HOLIDAY,
            "A wedding <abroad>",
            family.mother(),
            null,
            "",
            LocalDate.of(2025, 11, 3),
            Way.PAPER,
            List.of(),
            UUID.randomUUID().toString()),
        OFFICE);
  }

  private MockHttpServletResponse ask(AbstractMockHttpServletRequestBuilder<?> what)
      throws Exception {
    return mvc.perform(what).andReturn().getResponse();
  }

  private String first(RequestPostProcessor who) throws Exception {
    return String.valueOf(ask(get("/leave/decisions").with(who)).getRedirectedUrl());
  }

  private List<LeaveRequest> waiting() {
    return requests.waitingForDecision(family.school(), Scope.ofTheSystem(family.school()));
  }

  private LeaveRequest of(long pupil) {
    return requests.of(new PupilId(pupil), Scope.ofTheSystem(family.school())).get(0);
  }

  /** Presses a button of the decision's form. */
  private MockHttpServletResponse press(String address, String act, String shown, String... fields)
      throws Exception {
    AbstractMockHttpServletRequestBuilder<?> form =
        post(address).with(head).param("act", act).param("shown", shown);
    for (int i = 0; i < fields.length; i += 2) {
      form.param(fields[i], fields[i + 1]);
    }
    return ask(form);
  }

  private static String shownOn(String page) {
    Matcher shown = Pattern.compile("name=\"shown\" value=\"([0-9a-f]+)\"").matcher(page);
    assertThat(shown.find()).as("the letter was shown").isTrue();
    return shown.group(1);
  }

  @Test
  void showsTheFirstRequestWithEverythingInView() throws Exception {
    String page = ask(get(first(head)).with(head)).getContentAsString();

    assertThat(page)
        .contains(
            "Ada Okafor: leave of absence",
            "Request 1 of 2",
            "Monday 1 to Friday 5 December 2025",
            "Holiday",
            "Mx Grace Okafor, mother",
            "A wedding &lt;abroad&gt;",
            "Asked together with",
            "What the policy says",
            "This is the first.",
            "Show the letter");
    assertThat(page).doesNotContain("Decide and send");
  }

  @Test
  void readsTheLetterFirstAndThenDecidesAndGoesOnToTheNext() throws Exception {
    String address = first(head);
    String[] decline = {"outcome", "declined", "reasons", "A wedding abroad can be in August."};

    String page = press(address, "show", "", decline).getContentAsString();
    assertThat(page).contains("The letter that goes", "Decide and send this letter");
    assertThat(waiting()).hasSize(2);
    MockHttpServletResponse decided = press(address, "decide", shownOn(page), decline);

    assertThat(decided.getRedirectedUrl()).isEqualTo("/leave/decisions");
    assertThat(of(family.ada()).state()).isEqualTo(RequestState.DECLINED);
    assertThat(ask(get(first(head)).with(head)).getContentAsString())
        .contains("Ben Okafor: leave of absence", "Request 1 of 1");
  }

  @Test
  void decidesNothingBeforeTheLetterWasRead() throws Exception {
    String page =
        press(first(head), "decide", "", "outcome", "declined", "reasons", "No.")
            .getContentAsString();

    assertThat(page).contains("The letter that goes");
    assertThat(waiting()).hasSize(2);
  }

  @Test
  void wantsReasonsForADeclineAndDatesForAGrant() throws Exception {
    assertThat(press(first(head), "show", "").getContentAsString())
        .contains("Choose whether it is granted");
    assertThat(press(first(head), "show", "", "outcome", "declined").getContentAsString())
        .contains("Give the reasons");
    assertThat(press(first(head), "show", "", "outcome", "granted").getContentAsString())
        .contains("first day that is granted", "last day that is granted", "Choose the code");
    assertThat(waiting()).hasSize(2);
  }

  @Test
  void isForTheHeadteacherAndForADeputyOnTheirDays() throws Exception {
    AccountId deputy = signedInAs.newPerson();
    accounts.grant(deputy, Role.ATTENDANCE_LEAD, family.school());
    RequestPostProcessor lead = signedInAs.person(deputy);
    assertThat(ask(get("/leave/decisions").with(lead)).getStatus()).isEqualTo(403);

    deputies.name(
        family.school(), deputy, LocalDate.of(2025, 11, 4), LocalDate.of(2025, 11, 5), OFFICE);
    assertThat(ask(get("/leave/decisions").with(lead)).getStatus()).isEqualTo(403);

    deputies.name(
        family.school(), deputy, LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 3), OFFICE);
    assertThat(ask(get(first(lead)).with(lead)).getContentAsString()).contains("Request 1 of 2");
  }

  @Test
  void namesADeputyForDaysAndEndsIt() throws Exception {
    AccountId deputy = signedInAs.newPerson();
    accounts.grant(deputy, Role.ATTENDANCE_LEAD, family.school());

    assertThat(
            ask(post("/leave/deputies").with(head).param("from", "2025-11-04").param("to", "x"))
                .getContentAsString())
        .contains("Choose who decides.", "Give the day");
    ask(
        post("/leave/deputies")
            .with(head)
            .param("person", deputy.toString())
            .param("from", "2025-11-04")
            .param("to", "2025-11-07"));

    assertThat(ask(get("/leave/deputies").with(head)).getContentAsString())
        .contains("Tuesday 4 to Friday 7 November 2025");
    long id = deputies.of(family.school()).get(0).id();
    ask(post("/leave/deputies/" + id + "/end").with(head));
    assertThat(deputies.of(family.school())).isEmpty();
  }

  @Test
  void officeKeysInAPaperFormOnceForBrotherAndSister() throws Exception {
    RequestPostProcessor office = signedInAs.role(Role.OFFICE, family.school());
    String token = UUID.randomUUID().toString();
    for (String act : List.of("check", "send", "send")) {
      MockHttpServletResponse answer =
          ask(
              multipart("/leave/new")
                  .param("token", token)
                  .param("pupil", family.ada() + "")
                  .param("siblings", family.ben() + "")
                  .param("applicant", "0")
                  .param("applicantName", "Jo Other")
                  .param("relationship", "aunt")
                  .param("from", "2026-01-12")
                  .param("to", "2026-01-13")
                  .param("receivedOn", "2025-11-03")
                  .param("ground", "religious")
                  .param("reason", "A feast")
                  .param("act", act)
                  .with(office));
      if (act.equals("check")) {
        assertThat(answer.getContentAsString())
            .contains("What the policy says", "Record the request");
      } else {
        assertThat(answer.getRedirectedUrl()).startsWith("/leave/requests/");
      }
    }

    assertThat(waiting()).hasSize(4);
    LeaveRequest keyedIn = of(family.ben());
    assertThat(keyedIn.applicant().name()).isEqualTo("Jo Other");
    String page = ask(get("/leave/requests/" + keyedIn.id()).with(office)).getContentAsString();
    assertThat(page).contains("Ben Okafor", "Jo Other, aunt", "on paper", "Together with", "Ada");
    assertThat(ask(get("/leave").with(office)).getContentAsString())
        .contains("Waiting for a decision", "Religious observance");
  }
}

package uk.attendance.leave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Scope;
import uk.attendance.leave.LeaveLinks;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.MakingLinks;
import uk.attendance.leave.Way;

/** A parent asks for leave by a signed link. */
@WebTest
class RequestByLinkWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired JdbcClient jdbc;
  @Autowired LeaveLinks links;
  @Autowired LeaveRequests requests;
  @Autowired LeavePapers papers;

  private LeaveFamily family;
  private String token;

  @BeforeEach
  void aMotherHasALink() {
    family = LeaveFamily.at(signedInAs.newSchool(), jdbc);
    token = MakingLinks.forRequest(links, family.school(), family.mother());
  }

  private MockHttpServletResponse open() throws Exception {
    return mvc.perform(get("/l/" + token)).andReturn().getResponse();
  }

  private MockMultipartHttpServletRequestBuilder filled(String act) {
    MockMultipartHttpServletRequestBuilder form = multipart("/l/" + token);
    form.param("children", family.ada() + "", family.ben() + "")
        .param("from", "2025-12-01")
        .param("to", "2025-12-05")
        .param("ground", "exceptional")
        .param("reason", "My sister is getting married abroad.")
        .param("act", act)
        .with(csrf());
    return form;
  }

  private MockHttpServletResponse send(MockMultipartHttpServletRequestBuilder form)
      throws Exception {
    return mvc.perform(form).andReturn().getResponse();
  }

  private List<LeaveRequest> waiting() {
    return requests.waitingForDecision(family.school(), Scope.ofTheSystem(family.school()));
  }

  @Test
  void namesTheParentsChildrenAndNothingElseOfThem() throws Exception {
    String page = open().getContentAsString();

    assertThat(page).contains("Ada", "Ben", "Ask for leave of absence");
    assertThat(page).doesNotContain("Okafor", "Grace", "07700", "A1");
  }

  @Test
  void saysWhatThePolicySaysBeforeAnythingIsSent() throws Exception {
    String page = send(filled("check")).getContentAsString();

    assertThat(page)
        .contains("Before you send it", "Ada and Ben", "Monday 1 to Friday 5 December 2025");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void sendsARequestForEachChildAndShowsTheReceiptFromThenOn() throws Exception {
    assertThat(send(filled("send")).getRedirectedUrl()).isEqualTo("/l/" + token);

    assertThat(waiting())
        .hasSize(2)
        .allSatisfy(
            one -> {
              assertThat(one.way()).isEqualTo(Way.FORM_BY_LINK);
              assertThat(one.applicant().contact()).isEqualTo(family.mother());
              assertThat(one.reason()).isEqualTo("My sister is getting married abroad.");
            })
        .extracting(LeaveRequest::conversation)
        .containsOnly(waiting().get(0).conversation());
    assertThat(open().getContentAsString()).contains("Your request was sent", "Ada and Ben");
  }

  @Test
  void isSentOnceHoweverOftenItIsPressed() throws Exception {
    send(filled("send"));
    send(filled("send"));

    assertThat(waiting()).hasSize(2);
  }

  @Test
  void keepsPapersForTheRequestAndRefusesWhatIsNone() throws Exception {
    send(
        filled("check")
            .file(new MockMultipartFile("paper", "letter.pdf", "x", "%PDF-1.4\nx".getBytes())));
    String refused =
        send(filled("check")
                .file(
                    new MockMultipartFile("paper", "letter.pdf", "x", "MZ\0\0program".getBytes())))
            .getContentAsString();
    assertThat(refused).contains("neither a PDF nor a picture", "letter.pdf");
    send(filled("send"));

    assertThat(papers.of(waiting().get(0).conversation()))
        .singleElement()
        .satisfies(paper -> assertThat(paper.mediaType()).isEqualTo("application/pdf"));
    assertThat(waiting().get(0).evidence()).containsExactly("letter.pdf");
  }

  @Test
  void saysWhatIsMissingFieldByField() throws Exception {
    String page =
        send((MockMultipartHttpServletRequestBuilder)
                multipart("/l/" + token).param("act", "check").with(csrf()))
            .getContentAsString();

    assertThat(page)
        .contains(
            "There is a problem",
            "Tick at least one child.",
            "Enter the first day away.",
            "Enter the last day away.",
            "Choose what the leave is for.",
            "Write why it cannot be outside term time.");
  }

  @Test
  void takesNoOtherChild() throws Exception {
    LeaveFamily others = LeaveFamily.at(signedInAs.newSchool(), jdbc);
    MockMultipartHttpServletRequestBuilder form = filled("send");
    form.param("children", others.ada() + "");

    assertThat(send(form).getContentAsString()).contains("only be for your own children");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void saysThatAnUnknownOrOldLinkWorksNoMore() throws Exception {
    jdbc.sql("update leave_link set expires_at = timestamp with time zone '2020-01-01 00:00:00+00'")
        .update();

    assertThat(open().getContentAsString()).contains("does not work any more");
    assertThat(send(filled("send")).getContentAsString()).contains("does not work any more");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void opensNoAppealByALinkForARequest() throws Exception {
    assertThat(mvc.perform(get("/a/" + token)).andReturn().getResponse().getContentAsString())
        .contains("does not work any more");
  }
}

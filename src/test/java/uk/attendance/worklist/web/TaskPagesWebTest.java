package uk.attendance.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
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
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.RunningCases;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.ExampleCall;
import uk.attendance.worklist.OpenTasks;

/** A task as people meet it: read, begun, refused, finished, taken back. */
@WebTest
class TaskPagesWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired RunningCases running;
  @Autowired PolicyPacks packs;
  @Autowired OpenTasks open;
  @Autowired Holds holds;
  @Autowired StandingClock clock;

  private SchoolId school;
  private PupilId pupil;
  private CaseId caseId;
  private String task;
  private RequestPostProcessor clerk;

  @BeforeEach
  void anOpenTask() {
    school = signedInAs.newSchool();
    pupil = newPupil();
    caseId = ExampleCall.open(running, packs, school, pupil);
    task = "/tasks/" + open.of(caseId).get(0).id();
    clerk = person("Pat Clerk", Role.OFFICE);
  }

  private RequestPostProcessor person(String name, Role role) {
    AccountId id = accounts.create(UUID.randomUUID() + "@example.org", name, "Clerk", false);
    accounts.grant(id, role, school);
    return signedInAs.person(id);
  }

  private PupilId newPupil() {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, '1', 'Ada', 'Example', date '2016-01-01', '4', date '2020-09-01')
            """)
        .param("school", school.value())
        .update();
    return new PupilId(
        jdbc.sql("select max(id) from pupil where school_id = :school")
            .param("school", school.value())
            .query(Long.class)
            .single());
  }

  private MockHttpServletResponse answer(
      MockHttpServletRequestBuilder asked, RequestPostProcessor who) throws Exception {
    return mvc.perform(asked.accept("text/html").with(who)).andReturn().getResponse();
  }

  private String page(String address, RequestPostProcessor who) throws Exception {
    MockHttpServletResponse answer = answer(get(address), who);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString();
  }

  @Test
  void showsTheFormThePupilAndWhyItIsThere() throws Exception {
    String page = page(task, clerk);

    assertThat(page)
        .contains(
            "<h1 class=\"govuk-heading-l app-task__name\">Every component: Ada Example, Year 4")
        .contains("due today")
        .containsOnlyOnce("name=\"notes\"")
        .containsOnlyOnce("name=\"spokeTo\"")
        .contains("Parents are rung on the first day")
        .contains("NF-F1")
        .contains("/policy/national")
        .contains("id=\"card-pupil\"")
        .contains("Task opened: Every component")
        .contains("Ada has been away since Monday 3 November 2025.")
        .contains("Only for “Reason given”:")
        .contains(
            "data-shown-when=\"[&quot;is&quot;,&quot;outcome&quot;,[&quot;reason-given&quot;]]\"");
  }

  @Test
  void saysWhatIsWrongInASummaryThatLeadsToTheFieldAndKeepsWhatWasTyped() throws Exception {
    String page =
        answer(
                post(task).param("outcome", "reason-given").param("notes", "a sister said so"),
                clerk)
            .getContentAsString();

    assertThat(page)
        .contains("<title>Error: Every component")
        .contains("href=\"#f-spokeTo\">Choose an answer to “Spoke to”.")
        .contains("href=\"#f-reason\">Choose an answer to “Reason”.")
        .contains("id=\"f-reason\"")
        .contains("a sister said so");
    assertThat(page(task, clerk)).contains("a sister said so").contains("Draft saved 09:30");
  }

  @Test
  void isFinishedShownAsSubmittedAndTakenBackInTime() throws Exception {
    assertThat(
            answer(post(task).param("outcome", "no-answer").param("notes", "rang out"), clerk)
                .getRedirectedUrl())
        .isEqualTo(task);

    assertThat(page(task, clerk))
        .contains("You finished this on Monday 3 November 2025, 09:30.")
        .contains("Take it back (until 09:40)");
    assertThat(page(task + "/submitted", clerk))
        .contains("As submitted: Every component, Ada Example")
        .contains("rang out")
        .contains("No answer")
        .contains("Pat Clerk, Clerk");
    MockHttpServletResponse pdf = answer(get(task + "/submitted.pdf"), clerk);
    assertThat(pdf.getContentType()).isEqualTo("application/pdf");
    assertThat(pdf.getHeader("Content-Disposition")).startsWith("attachment");
    try (PDDocument document = Loader.loadPDF(pdf.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("As submitted: Every component, Ada Example", "rang out", "No answer");
    }
    assertThat(answer(get(task + "/submitted.pdf"), clerk).getContentAsByteArray())
        .isEqualTo(pdf.getContentAsByteArray());
    assertThat(page(task, person("Lee Lead", Role.ATTENDANCE_LEAD)))
        .contains("Pat Clerk, Clerk, finished this")
        .doesNotContain("Take it back");
    answer(post(task + "/undo"), clerk);
    assertThat(page(task, clerk)).contains("Taken back").doesNotContain("Take it back (");
    assertThat(open.of(caseId)).hasSize(1);
    assertThat(page(task + "/submitted", clerk)).contains("took this back");
  }

  @Test
  void saysUntilWhenItCouldHaveBeenTakenBack() throws Exception {
    answer(post(task).param("outcome", "no-answer"), clerk);
    clock.forward(Duration.ofMinutes(11));

    assertThat(page(task, clerk)).doesNotContain("Take it back");
    assertThat(
            mvc.perform(post(task + "/undo").with(clerk)).andReturn().getFlashMap().get("refused"))
        .asString()
        .contains("until 09:40");
  }

  @Test
  void theSecondIsToldWhoWasFirstAndHasTheWordsStill() throws Exception {
    RequestPostProcessor second = person("Sam Second", Role.OFFICE);
    assertThat(
            answer(post(task + "/draft").param("notes", "mother rang"), second)
                .getContentAsString())
        .isEqualTo("Draft saved 09:30");
    assertThat(page(task, clerk)).contains("Sam Second began this too, at 09:30.");
    answer(post(task).param("outcome", "no-answer"), clerk);

    MockHttpServletResponse late =
        answer(post(task + "/draft").param("notes", "mother rang: flu"), second);
    assertThat(late.getStatus()).isEqualTo(409);
    assertThat(late.getContentAsString())
        .isEqualTo("Pat Clerk finished this task at 09:30. What you typed is kept.");
    answer(
        post(task)
            .param("outcome", "message-left")
            .param("notes", "mother rang: flu, since Sunday"),
        second);

    assertThat(page(task, second))
        .contains("Pat Clerk, Clerk, finished this on Monday 3 November 2025, 09:30.")
        .contains("What you had typed")
        .contains("mother rang: flu, since Sunday")
        .contains("Message left");
    assertThat(page(task, clerk)).doesNotContain("What you had typed");
  }

  @Test
  void rowsAreAddedAndRemovedWithoutScript() throws Exception {
    answer(post(task).param("do", "add-row:calls").param("calls[0].row", ""), clerk);
    String two = page(task, clerk);
    answer(
        post(task)
            .param("do", "remove-row:calls:0")
            .param("calls[0].calledOn", "2025-11-01")
            .param("calls[1].calledOn", "2025-11-02"),
        clerk);
    String one = page(task, clerk);

    assertThat(two).contains("Earlier calls: 1 of 2", "Earlier calls: 2 of 2");
    assertThat(one)
        .contains("Earlier calls: 1 of 1")
        .contains("2025-11-02")
        .doesNotContain("2025-11-01");
  }

  @Test
  void aFileIsTakenByItsContentAndOnlyEverDownloaded() throws Exception {
    byte[] pdf = "%PDF-1.4\nletter".getBytes();
    answer(
        multipart(task)
            .file(new MockMultipartFile("letter-file", "../From Dr A.pdf", "text/html", pdf))
            .param("do", "add-file"),
        clerk);
    String page = page(task, clerk);
    String file = address(page);

    MockHttpServletResponse download = mvc.perform(get(file).with(clerk)).andReturn().getResponse();
    assertThat(download.getContentAsByteArray()).isEqualTo(pdf);
    assertThat(download.getHeader("Content-Disposition"))
        .startsWith("attachment;")
        .contains("From%20Dr%20A.pdf");
    assertThat(download.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(download.getHeader("Content-Security-Policy")).contains("sandbox");
    RequestPostProcessor lead = person("Lee Lead", Role.ATTENDANCE_LEAD);
    assertThat(answer(get(file), lead).getStatus()).isEqualTo(404);
    answer(
        post(task)
            .param("outcome", "reason-given")
            .param("concern", "true")
            .param("told", "dsl")
            .param("letter", file.substring(file.lastIndexOf('/') + 1)),
        clerk);
    answer(
        post(task)
            .param("outcome", "no-answer")
            .param("concern", "true")
            .param("told", "dsl")
            .param("letter", file.substring(file.lastIndexOf('/') + 1)),
        clerk);
    assertThat(page(task + "/submitted", lead)).contains("From Dr A.pdf").contains("SHA-256");
    assertThat(mvc.perform(get(file).with(lead)).andReturn().getResponse().getStatus())
        .isEqualTo(200);
  }

  @Test
  void aFileOfAnotherKindIsRefusedBesideItsField() throws Exception {
    String page =
        answer(
                multipart(task)
                    .file(
                        new MockMultipartFile(
                            "letter-file", "letter.pdf", "application/pdf", "<script>".getBytes()))
                    .param("notes", "typed before")
                    .param("do", "add-file"),
                clerk)
            .getContentAsString();

    assertThat(page)
        .contains("href=\"#f-letter\">The file is neither a PDF nor a picture")
        .contains("typed before");
  }

  @Test
  void underAHoldOnlyTheSentenceIsShown() throws Exception {
    holds.place(school, pupil, "the secret reason", null, new Actor(null, "Dee", "DSL"));

    String page = page(task, clerk);

    assertThat(page)
        .contains(Hold.SENTENCE)
        .doesNotContain("Ada")
        .doesNotContain("Every component");
    assertThat(answer(post(task).param("outcome", "no-answer"), clerk).getRedirectedUrl())
        .isEqualTo(task);
    assertThat(open.of(caseId)).hasSize(1);
  }

  @Test
  void whoMayNotAnswerReadsIt() throws Exception {
    RequestPostProcessor lead = person("Lee Lead", Role.ATTENDANCE_LEAD);

    assertThat(page(task, lead))
        .contains("You can read it, not answer it.")
        .doesNotContain("Save draft");
    assertThat(answer(post(task).param("outcome", "no-answer"), lead).getStatus()).isEqualTo(403);
    assertThat(answer(post(task + "/draft").param("notes", "x"), lead).getStatus()).isEqualTo(403);
  }

  @Test
  void showsTheLettersThatHaveYetToGoAndNoOther() throws Exception {
    assertThat(page(task, clerk)).doesNotContain("Letters that will go out");
    letter("WAITING", "Letter asking for the reason");
    letter("SENT", "Letter of last week");

    assertThat(page(task, clerk))
        .contains("Letters that will go out")
        .contains("Letter asking for the reason")
        .contains("to Mrs Example, goes today, 09:40")
        .containsPattern("href=\"/letters/\\d+\"")
        .doesNotContain("Letter of last week");
    assertThat(page(task, person("Dee Lead", Role.DSL)))
        .contains("Letter asking for the reason")
        .doesNotContainPattern("href=\"/letters/\\d+\"");
  }

  private void letter(String state, String title) {
    jdbc.sql(
            """
            insert into message (school_id, letter, title, recipient, channel, address, state, rule,
              why, ordered_at, ordered_on, send_after, mail_id)
            values (:school, 'first-day-letter', :title, 'Mrs Example', 'EMAIL', 'a@example.org',
              :state, 'NF-F1', '{"rule":"NF-F1","words":"Parents are told"}',
              timestamp with time zone '2025-11-03 09:30:00+00', date '2025-11-03',
              timestamp with time zone '2025-11-03 09:40:00+00', 'm')
            """)
        .param("school", school.value())
        .param("title", title)
        .param("state", state)
        .update();
    jdbc.sql(
            """
            insert into message_pupil (message_id, case_id, pupil_id, facts)
            values ((select max(id) from message), :case, :pupil, '{}')
            """)
        .param("case", caseId.value())
        .param("pupil", pupil.value())
        .update();
  }

  @Test
  void isNotThereForAnotherSchool() throws Exception {
    RequestPostProcessor elsewhere = signedInAs.role(Role.OFFICE, signedInAs.newSchool());
    answer(post(task + "/draft").param("notes", "x"), clerk);

    for (String address : List.of(task, task + "/submitted", task + "/files/1")) {
      assertThat(answer(get(address), elsewhere).getStatus()).as(address).isEqualTo(404);
    }
    for (String address : List.of(task, task + "/draft", task + "/undo")) {
      assertThat(answer(post(address), elsewhere).getStatus()).as(address).isEqualTo(404);
    }
  }

  @Test
  void aTaskTakenAwayShowsWhatOneHadTyped() throws Exception {
    answer(post(task + "/draft").param("notes", "half a sentence"), clerk);
    running.tell(caseId, "call-not-needed", java.util.Map.of(), Actor.PROGRAM);

    assertThat(page(task, clerk)).contains("This is no longer needed").contains("half a sentence");
  }

  private static String address(String page) {
    Matcher link = Pattern.compile("href=\"(/tasks/[^\"]+/files/\\d+)\"").matcher(page);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}

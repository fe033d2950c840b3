package uk.attendance.letter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.SignedInAs;
import uk.attendance.StandingClock;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Why;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageState;
import uk.attendance.letter.Messages;
import uk.attendance.letter.MissedSession;
import uk.attendance.letter.OrderingLetters;
import uk.attendance.letter.SendingMessages;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** The page Letters on the whole program; no mail server is set up here, so letters go by post. */
@WebTest
class LettersWebTest {

  private static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired JdbcClient jdbc;
  @Autowired StandingClock clock;
  @Autowired OrderingLetters ordering;
  @Autowired SendingMessages sending;
  @Autowired Messages messages;
  @Autowired Letterheads heads;
  @Autowired CaseFiles cases;
  @Autowired PolicyPacks packs;
  @Autowired TransactionTemplate transactions;

  private SchoolId school;
  private RequestPostProcessor office;
  private CaseFile about;

  @BeforeEach
  void aSchoolWithAPupil() {
    school = signedInAs.newSchool();
    office = signedInAs.role(Role.OFFICE, school);
    heads.save(school, new Letterhead("01632 960001", null, List.of(), null));
    insert(
        """
        insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
        values (:school, '1', 'Sam', 'Okafor', date '2016-03-01', '4', date '2020-09-01')
        """);
    insert(
        """
        insert into contact (school_id, contact_id, title, first_name, last_name, address_1, postcode)
        values (:school, 'M', 'Mrs', 'Grace', 'Okafor', '2 Mill Street', 'OA1 1AA')
        """);
    insert(
        """
        insert into pupil_contact (pupil_id, contact_id, relationship, priority,
          parental_responsibility, lives_with, no_contact)
        select p.id, k.id, 'mother', 1, true, true, false from pupil p, contact k
        where p.school_id = :school and k.school_id = :school
        """);
    long pupil =
        jdbc.sql("select id from pupil where school_id = :school")
            .param("school", school.value())
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into case_file (process, cause, business_key, school_id, pupil_id, policy_pack,
              policy_version, started_on, opened_at, instance_id, head)
            values ('first-day-contact', 'unexplained', 'k', :school, :pupil, 'national', :version,
              date '2025-11-03', timestamp with time zone '2025-11-03 09:00:00+00', 'none', :head)
            """)
        .param("school", school.value())
        .param("pupil", pupil)
        .param("version", packs.national().version().version())
        .param("head", "0".repeat(64))
        .update();
    about = cases.newestOf("first-day-contact", new PupilId(pupil)).orElseThrow();
  }

  @Test
  void anEmptyPageSaysWhatWouldBeHere() throws Exception {
    page("/letters").andExpect(content().string(containsString("No letter waits to go.")));
    page("/letters?show=not-sent")
        .andExpect(content().string(containsString("Every letter went.")));
  }

  @Test
  void aWaitingLetterIsShownAndCalledBack() throws Exception {
    Message letter = ordered();

    page("/letters")
        .andExpect(content().string(containsString("Mrs Grace Okafor")))
        .andExpect(content().string(containsString("Sam Okafor")))
        .andExpect(content().string(containsString("goes today, 09:40")));
    mvc.perform(post("/letters/" + letter.id() + "/recall").with(office))
        .andExpect(flash().attribute("notice", "The letter was called back."));

    assertThat(now(letter).state()).isEqualTo(MessageState.WITHDRAWN);
    page("/letters?show=not-sent")
        .andExpect(content().string(containsString("A person called it back.")));
  }

  @Test
  void aSecondClickChangesNothingAndSaysSo() throws Exception {
    Message letter = ordered();
    mvc.perform(post("/letters/" + letter.id() + "/recall").with(office));

    mvc.perform(post("/letters/" + letter.id() + "/recall").with(office))
        .andExpect(
            flash()
                .attribute(
                    "refused",
                    "Nothing was changed: somebody or something was quicker, and the letter is now withdrawn."));
  }

  @Test
  void aLetterOnPaperIsPrintedAndPosted() throws Exception {
    Message letter = ordered();
    mvc.perform(post("/letters/" + letter.id() + "/send-now").with(office));
    sending.sendDue();

    page("/letters/" + letter.id()).andExpect(content().string(containsString("Open to print")));
    byte[] pdf =
        mvc.perform(get("/letters/" + letter.id() + "/letter.pdf").with(office))
            .andExpect(status().isOk())
            .andExpect(content().contentType("application/pdf"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    mvc.perform(post("/letters/" + letter.id() + "/posted").with(office));

    assertThat(now(letter).state()).isEqualTo(MessageState.SENT);
    page("/letters/" + letter.id())
        .andExpect(content().string(containsString("It is not in the post")))
        .andExpect(content().string(containsString("As it went")))
        .andExpect(content().string(containsString("Why was Sam not in school?")))
        .andExpect(content().string(not(containsString("<style"))));
    page("/pupils/" + about.pupil() + "/letters")
        .andExpect(content().string(containsString("posted today, 09:30")));
  }

  @Test
  void aPrintRunIsMadePrintedAndPosted() throws Exception {
    Message letter = toPrint();

    mvc.perform(get("/letters?show=print").with(office)).andExpect(redirectedUrl("/letters/print"));
    page("/letters/print")
        .andExpect(content().string(containsString("No run was made yet")))
        .andExpect(content().string(containsString("2 Mill Street, OA1 1AA")));
    String run = made(letter);
    page(run)
        .andExpect(content().string(containsString("The letter is in the post")))
        .andExpect(content().string(containsString("2, for printing on one side")))
        .andExpect(content().string(containsString("to post")));
    byte[] stack = pdf(run + "/run.pdf");
    assertThat(pdf(run + "/run.pdf")).isEqualTo(stack);
    assertThat(pdf(run + "/1.pdf")).isEqualTo(pdf("/letters/" + letter.id() + "/letter.pdf"));
    mvc.perform(get(run + "/2.pdf").with(office)).andExpect(status().isNotFound());

    mvc.perform(post(run + "/posted").with(office))
        .andExpect(flash().attribute("notice", "1 letter is in the post."));
    assertThat(now(letter).state()).isEqualTo(MessageState.SENT);
    page("/letters/print").andExpect(content().string(containsString("1 posted")));
    mvc.perform(
            post("/letters/" + letter.id() + "/not-posted")
                .param("run", run.replaceAll("\\D", ""))
                .with(office))
        .andExpect(redirectedUrl(run));
    assertThat(now(letter).state()).isEqualTo(MessageState.TO_PRINT);
  }

  @Test
  void aLetterOfARunIsLeftOutOrTakenOut() throws Exception {
    Message letter = toPrint();
    String run = made(letter);

    mvc.perform(post(run + "/leave-out").param("number", "1").with(office))
        .andExpect(
            flash().attribute("refused", "Letter 1 stays in the run: choose why it is left out."));
    mvc.perform(
            post(run + "/leave-out").param("number", "1").param("because", "address").with(office))
        .andExpect(flash().attribute("notice", "Letter 1 is left out and goes with the next run."));
    page("/letters/print").andExpect(content().string(containsString("The address is wrong.")));
    String next = made(letter);
    mvc.perform(post("/letters/" + letter.id() + "/recall").with(office));
    page(next)
        .andExpect(content().string(containsString("Take 1 letter out of this stack")))
        .andExpect(
            content()
                .string(containsString("number 1, to Mrs Grace Okafor. A person called it back.")));
    page("/").andExpect(content().string(containsString("printed letter to take out of its run")));
    mvc.perform(post(next + "/took-out").param("number", "1").with(office))
        .andExpect(flash().attribute("notice", "Letter 1 is out of the stack."));
    page(next).andExpect(content().string(not(containsString("Take 1 letter out"))));
  }

  @Test
  void aRunOfNoLettersSaysSo() throws Exception {
    Message letter = toPrint();
    String run = made(letter);

    mvc.perform(post("/letters/print").with(office))
        .andExpect(
            flash().attribute("refused", "No run was made: tick the letters to print first."));
    mvc.perform(post("/letters/print").param("letter", letter.id().toString()).with(office))
        .andExpect(redirectedUrl("/letters/print"))
        .andExpect(
            flash()
                .attribute(
                    "refused",
                    "No run was made: none of these letters waits to be printed any more. Somebody else may have been quicker; look among the runs below."));
    RequestPostProcessor manager = signedInAs.role(Role.MANAGER, school);
    mvc.perform(get(run).with(manager))
        .andExpect(content().string(containsString("Mrs Grace Okafor")))
        .andExpect(content().string(not(containsString("in the post</button>"))));
    mvc.perform(post(run + "/posted").with(manager)).andExpect(status().isForbidden());
  }

  @Test
  void whatIsMissingIsSaidAndCanBePutRight() throws Exception {
    heads.save(school, Letterhead.EMPTY);
    page("/letters").andExpect(content().string(containsString("No letter can go")));

    mvc.perform(post("/letters/letterhead").param("telephone", "ring us").with(office))
        .andExpect(content().string(containsString("There is a problem")));
    mvc.perform(
            post("/letters/letterhead")
                .param("telephone", "01632 960002")
                .param("address", "1 School Lane\n\nOakham")
                .with(office))
        .andExpect(status().is3xxRedirection());

    assertThat(heads.of(school))
        .isEqualTo(new Letterhead("01632 960002", null, List.of("1 School Lane", "Oakham"), null));
  }

  @Test
  void everyLetterCanBePreviewed() throws Exception {
    for (String letter :
        List.of(
            "first-day-text",
            "first-day-letter",
            "unexplained-second",
            "coded-unauthorised",
            "la-ten-days",
            "disregard")) {
      page("/letters/templates/" + letter).andExpect(content().string(containsString("Sam")));
    }
    mvc.perform(get("/letters/templates/no-such-letter").with(office))
        .andExpect(status().isNotFound());
  }

  @Test
  void aManagerLooksOnAndTouchesNothing() throws Exception {
    Message letter = ordered();
    RequestPostProcessor manager = signedInAs.role(Role.MANAGER, school);

    mvc.perform(get("/letters").with(manager))
        .andExpect(content().string(containsString("Mrs Grace Okafor")))
        .andExpect(content().string(not(containsString("Call it back"))));
    mvc.perform(post("/letters/" + letter.id() + "/recall").with(manager))
        .andExpect(status().isForbidden());
  }

  @Test
  void longListsGoOnWhereTheyEnded() throws Exception {
    for (int day = 25; day >= 0; day--) { // backwards, so that none is ever due
      clock.set(StandingClock.START.plus(Duration.ofDays(day)));
      ordered();
    }

    String first = page("/letters").andReturn().getResponse().getContentAsString();
    assertThat(first).contains("Earlier letters").contains("Waiting (26)");
    String next = first.replaceAll("(?s).*before=(\\d+).*", "$1");
    page("/letters?show=waiting&before=" + next)
        .andExpect(content().string(not(containsString("Earlier letters"))))
        .andExpect(content().string(containsString("Newest letters")));
  }

  private Message ordered() {
    transactions.executeWithoutResult(
        status ->
            ordering.order(
                "first-day-letter",
                about,
                Map.of(
                    "sessions",
                    List.of(new MissedSession(MONDAY, Session.AM)),
                    "answerBy",
                    MONDAY.plusDays(4)),
                Why.of(new RuleId("NF-F1"), "Parents are contacted on the first day")));
    List<Message> all = messages.of(about.id());
    return all.get(all.size() - 1);
  }

  private Message toPrint() throws Exception {
    Message letter = ordered();
    mvc.perform(post("/letters/" + letter.id() + "/send-now").with(office));
    sending.sendDue();
    return letter;
  }

  /** The address of a print run made of one letter. */
  private String made(Message letter) throws Exception {
    return mvc.perform(
            post("/letters/print")
                .param("letter", letter.id().toString())
                .param("sides", "one")
                .with(office))
        .andExpect(status().is3xxRedirection())
        .andReturn()
        .getResponse()
        .getRedirectedUrl();
  }

  private byte[] pdf(String address) throws Exception {
    return page(address)
        .andExpect(content().contentType("application/pdf"))
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private Message now(Message message) {
    return messages.find(message.id(), Scope.ofTheSystem(school)).orElseThrow();
  }

  private ResultActions page(String address) throws Exception {
    return mvc.perform(get(address).with(office)).andExpect(status().isOk());
  }

  private void insert(String sql) {
    jdbc.sql(sql).param("school", school.value()).update();
  }
}

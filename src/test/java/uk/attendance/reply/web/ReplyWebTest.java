package uk.attendance.reply.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.attendance.SignedInAs;
import uk.attendance.StandingClock;
import uk.attendance.WebTest;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.Messages;
import uk.attendance.letter.ReplyLinks;
import uk.attendance.school.SchoolId;

/**
 * The parent's pages, as a browser without script has them. Sam, born on 27 March 2016, and Kim,
 * born on 2 September 2018, are asked about; their absences were settled meanwhile.
 */
@WebTest
class ReplyWebTest {

  private static final Pattern PROOF = Pattern.compile("name=\"proof\" value=\"([^\"]+)\"");
  private static final Pattern PRESS = Pattern.compile("name=\"press\" value=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired JdbcClient jdbc;
  @Autowired Letterheads heads;
  @Autowired Messages messages;
  @Autowired ReplyLinks links;
  @Autowired StandingClock clock;

  private String token = "";
  private long message;
  private String where = "";

  @BeforeEach
  void aMessageAboutTwoChildren() {
    SchoolId school = signedInAs.newSchool();
    where = "2001:db8:" + Integer.toHexString(school.value().hashCode() & 0xffff) + ":1:0:0:0:5";
    heads.save(school, new Letterhead("01632 960001", null, List.of(), null));
    jdbc.sql(
            """
            insert into contact (school_id, contact_id, title, first_name, last_name, mobile)
            values (:school, 'M1', 'Mrs', 'Grace', 'Okafor', '07700900111')
            """)
        .param("school", school.value())
        .update();
    long contact = newest("contact");
    jdbc.sql(
            """
            insert into message (school_id, letter, title, contact_id, recipient, channel, address,
              state, rule, why, ordered_at, ordered_on, send_after, mail_id)
            values (:school, 'first-day-text', 'No word this morning', :contact, 'Mrs Grace Okafor',
              'SMS', '+447700900111', 'SENT', 'NF-F1', '{"rule":"NF-F1","words":"Parents are told"}',
              :at, date '2025-11-03', :at, :mail)
            """)
        .param("school", school.value())
        .param("contact", contact)
        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .param("mail", "<" + UUID.randomUUID() + "@attendance>")
        .update();
    message = newest("message");
    child(school, contact, "Sam", "2016-03-27");
    child(school, contact, "Kim", "2018-09-02");
    String address = links.addressFor(messages.find(new MessageId(message)).orElseThrow());
    token = address.substring(address.lastIndexOf('/') + 1);
  }

  private void child(SchoolId school, long contact, String name, String born) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, :name, :name, 'Okafor', :born, '4', date '2020-09-01')
            """)
        .param("school", school.value())
        .param("name", name)
        .param("born", java.time.LocalDate.parse(born))
        .update();
    long pupil = newest("pupil");
    jdbc.sql("insert into pupil_contact values (:pupil, :contact, 'mother', 1, true, true, false)")
        .param("pupil", pupil)
        .param("contact", contact)
        .update();
    jdbc.sql(
            """
            insert into case_file (process, cause, business_key, school_id, pupil_id, policy_pack,
              policy_version, started_on, opened_at, instance_id, closed_at, outcome, head)
            values ('first-day-contact', 'unexplained', :key, :school, :pupil, 'national', '1',
              date '2025-11-03', :at, 'none', :at, 'Absence explained', :head)
            """)
        .param("key", UUID.randomUUID().toString())
        .param("school", school.value())
        .param("pupil", pupil)
        .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
        .param("head", "0".repeat(64))
        .update();
    jdbc.sql(
            """
            insert into message_pupil (message_id, case_id, pupil_id, facts)
            values (:message, :case, :pupil, '{}')
            """)
        .param("message", message)
        .param("case", newest("case_file"))
        .param("pupil", pupil)
        .update();
  }

  private long newest(String table) {
    return jdbc.sql("select max(id) from " + table).query(Long.class).single();
  }

  @Test
  void lookingAtALinkChangesNothingAndTellsOfNobody() throws Exception {
    List<?> before = everything();
    for (int i = 0; i < 20; i++) {
      MockHttpServletResponse page = ask(get("/r/" + token));
      assertThat(page.getStatus()).isEqualTo(200);
      assertThat(page.getContentAsString())
          .contains("Example School", "date of birth", "01632 960001")
          .doesNotContain("Sam", "Kim", "Okafor", "Grace", "first-day", "/sign-in", "<script");
    }
    assertThat(ask(get("/r/" + token + "/received")).getStatus()).isEqualTo(410);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void thePageIsKeptNowhereAndFoundByNobody() throws Exception {
    MockHttpServletResponse page = ask(get("/r/" + token));

    assertThat(page.getHeader("Cache-Control")).contains("no-store");
    assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(page.getHeader("X-Robots-Tag")).contains("noindex");
    assertThat(page.getHeader("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.getContentAsString()).contains("name=\"robots\" content=\"noindex, nofollow\"");
    assertThat(page.getCookies()).isEmpty();
    assertThat(page.getHeader("Set-Cookie")).isNull();
  }

  @Test
  void aRightDateTellsOneNameAndTheAnswerIsReceived() throws Exception {
    String asked = born("27", "3", "2016").getContentAsString();
    assertThat(asked)
        .contains("Why is Sam not in school today?", "Is the message about another child too?")
        .doesNotContain("Kim", "Okafor");

    MockHttpServletResponse sent =
        ask(answer(asked).param("reason", "illness").param("back", "unknown"));
    assertThat(sent.getRedirectedUrl()).isEqualTo("/r/" + token + "/received");
    String receipt = ask(get("/r/" + token + "/received")).getContentAsString();
    assertThat(receipt)
        .contains("Thank you, we have your answer", "It reached the school at 09:30")
        .contains("had already settled this absence")
        .doesNotContain("Sam", "Kim");

    ask(answer(asked).param("reason", "illness").param("back", "unknown"));
    assertThat(answers()).as("pressed twice").isEqualTo(1);
  }

  @Test
  void anotherChildIsAddedByItsOwnDate() throws Exception {
    String one = born("27", "3", "2016").getContentAsString();

    String wrong =
        ask(date("3", "9", "2018").param("proof", found(PROOF, one))).getContentAsString();
    assertThat(wrong).contains("Error: Why not in school?", "Sam", "not the date of birth we have");
    assertThat(wrong).doesNotContain("Kim");

    String both =
        ask(date("2", "9", "2018").param("proof", found(PROOF, one))).getContentAsString();
    assertThat(both)
        .contains("Why are Sam and Kim not in school today?", "Who is this answer about?")
        .doesNotContain("another child too?");
  }

  @Test
  void whatIsMissingIsSaidAndWhatWasTypedStays() throws Exception {
    String asked = born("27", "3", "2016").getContentAsString();

    String nothing = ask(answer(asked)).getContentAsString();
    assertThat(nothing)
        .contains("Choose the reason", "Say when to expect your child back")
        .contains("href=\"#reason\"", "href=\"#back\"");

    String other =
        ask(answer(asked)
                .param("reason", "other")
                .param("back", "known")
                .param("backDay", "31")
                .param("backMonth", "2")
                .param("backYear", "2025"))
            .getContentAsString();
    assertThat(other)
        .contains("Tell us in a few words", "Enter the date of return", "value=\"31\"")
        .contains("value=\"other\" checked");
    String past =
        ask(answer(asked)
                .param("reason", "illness")
                .param("back", "known")
                .param("backDay", "2")
                .param("backMonth", "11")
                .param("backYear", "2025"))
            .getContentAsString();
    assertThat(past).contains("The date of return lies before the absence");
    assertThat(
            ask(answer(asked).param("reason", "illness").param("words", "x".repeat(501)))
                .getContentAsString())
        .contains("there are 1 too many");
    assertThat(answers()).isZero();
  }

  @Test
  void whatIsNoDateIsNoTry() throws Exception {
    for (String year : List.of("", "16", "year", "-2016")) {
      assertThat(born("27", "3", year).getContentAsString())
          .contains("Enter the date of birth with day, month and year");
    }
    assertThat(born("31", "2", "2016").getContentAsString()).contains("Enter the date of birth");
    assertThat(wrongDates()).isZero();
  }

  @Test
  void whatIsNotOpenLooksTheSameWhyeverThatIs() throws Exception {
    for (int day = 1; day <= 5; day++) {
      born(Integer.toString(day), "1", "2016");
    }
    MockHttpServletResponse locked = ask(get("/r/" + token));
    assertThat(locked.getStatus()).isEqualTo(410);
    assertThat(locked.getContentAsString())
        .contains("This link does not work, or not any more", "01632 960001")
        .doesNotContain("Sam", "locked");
    assertThat(born("27", "3", "2016").getContentAsString()).isEqualTo(locked.getContentAsString());

    jdbc.sql("update reply_link set locked_at = null, wrong_dates = 0 where message_id = :id")
        .param("id", message)
        .update();
    clock.set(Instant.parse("2025-11-20T09:00:00Z"));
    assertThat(ask(get("/r/" + token)).getContentAsString()).isEqualTo(locked.getContentAsString());

    MockHttpServletResponse never = ask(get("/r/Ab3dEf6hIj9lMn2pQr5tUv"));
    assertThat(never.getStatus()).isEqualTo(410);
    assertThat(never.getContentAsString())
        .contains("This link does not work, or not any more", "Its number stands in the message")
        .doesNotContain("Example School");
  }

  @Test
  void whoGuessesTooOftenWaits() throws Exception {
    for (int guess = 0; guess < 40; guess++) {
      assertThat(ask(post("/r/" + UUID.randomUUID())).getStatus()).isEqualTo(410);
    }
    MockHttpServletResponse refused = ask(post("/r/" + UUID.randomUUID()));
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("600");

    String neighbour = where.replace(":0:0:0:5", ":9:9:9:9");
    assertThat(born("27", "3", "2016", neighbour).getStatus())
        .as("the same network")
        .isEqualTo(429);
    assertThat(born("27", "3", "2016", "198.51.100." + (message % 250)).getStatus())
        .as("somebody else")
        .isEqualTo(200);
  }

  @Test
  void whatOnlyLooksLikeAProofIsNone() throws Exception {
    String asked = born("27", "3", "2016").getContentAsString();
    for (String proof : List.of("", "x", "1/2/3", "//", "1/9999999999/AAAA", "/".repeat(500))) {
      String page =
          ask(post("/r/" + token + "/answer")
                  .param("proof", proof)
                  .param("press", found(PRESS, asked))
                  .param("reason", "illness")
                  .param("back", "unknown"))
              .getContentAsString();
      assertThat(page).contains("Please enter the date of birth once more").doesNotContain("Sam");
    }
    assertThat(answers()).isZero();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void noLogHoldsWhatOpensALink(CapturedOutput output) throws Exception {
    String asked = born("27", "3", "2016").getContentAsString();
    born("28", "3", "2016");
    ask(answer(asked).param("reason", "illness").param("back", "unknown"));
    ask(get("/r/" + token + "/no-such-page"));

    assertThat(output.getAll()).doesNotContain(token).doesNotContain(found(PROOF, asked));
  }

  private MockHttpServletRequestBuilder answer(String asked) {
    return post("/r/" + token + "/answer")
        .param("proof", found(PROOF, asked))
        .param("press", found(PRESS, asked));
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private MockHttpServletResponse born(String day, String month, String year) throws Exception {
    return ask(date(day, month, year));
  }

  private MockHttpServletResponse born(String day, String month, String year, String from)
      throws Exception {
    return mvc.perform(
            date(day, month, year)
                .with(
                    request -> {
                      request.setRemoteAddr(from);
                      return request;
                    }))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletRequestBuilder date(String day, String month, String year) {
    return post("/r/" + token).param("day", day).param("month", month).param("year", year);
  }

  /** Without a cookie or a token against forgery: there is no session to forge anything in. */
  private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(
            request.with(
                asked -> {
                  asked.setRemoteAddr(where);
                  return asked;
                }))
        .andReturn()
        .getResponse();
  }

  private List<?> everything() {
    return List.of(
        jdbc.sql("select * from reply_link where message_id = :id")
            .param("id", message)
            .query()
            .listOfRows(),
        jdbc.sql("select count(*) from reply_traffic").query().singleRow(),
        answers());
  }

  private int answers() {
    return jdbc.sql("select count(*) from reply where message_id = :id")
        .param("id", message)
        .query(Integer.class)
        .single();
  }

  private int wrongDates() {
    return jdbc.sql("select wrong_dates from reply_link where message_id = :id")
        .param("id", message)
        .query(Integer.class)
        .single();
  }
}

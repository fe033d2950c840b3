package uk.attendance.notify.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
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
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Why;
import uk.attendance.letter.FollowingUp;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageState;
import uk.attendance.letter.Messages;
import uk.attendance.letter.OrderingLetters;
import uk.attendance.letter.SendingMessages;
import uk.attendance.notify.NotifySchools;
import uk.attendance.notify.NotifyStandIn;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** A school's texts by a stand-in for GOV.UK Notify, from the order to the receipt. */
@WebTest
class NotifyWebTest {

  private static final String OTHER = "ffffffff-ffff-4fff-8fff-ffffffffffff";

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired JdbcClient jdbc;
  @Autowired StandingClock clock;
  @Autowired OrderingLetters ordering;
  @Autowired SendingMessages sending;
  @Autowired FollowingUp following;
  @Autowired Messages messages;
  @Autowired Letterheads heads;
  @Autowired CaseFiles cases;
  @Autowired PolicyPacks packs;
  @Autowired NotifySchools schools;
  @Autowired TransactionTemplate transactions;

  private final NotifyStandIn standIn = new NotifyStandIn();
  private SchoolId school;
  private RequestPostProcessor lead;
  private CaseFile about;

  @BeforeEach
  void aSchoolWithItsService() {
    school = signedInAs.newSchool();
    lead = signedInAs.role(Role.ATTENDANCE_LEAD, school);
    heads.save(school, new Letterhead("01632 960001", null, List.of(), null));
    insert(
        """
        insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
        values (:school, '1', 'Sam', 'Okafor', date '2016-03-01', '4', date '2020-09-01')
        """);
    insert(
        """
        insert into contact (school_id, contact_id, title, first_name, last_name, mobile)
        values (:school, 'M', 'Mrs', 'Grace', 'Okafor', '07700 900111')
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
    setUp();
  }

  @AfterEach
  void close() {
    standIn.close();
  }

  private void setUp() {
    schools.save(school, standIn.address(), NotifyStandIn.KEY, NotifyStandIn.TEMPLATE, null, false);
  }

  private void insert(String sql) {
    jdbc.sql(sql).param("school", school.value()).update();
  }

  private ResultActions page(String path) throws Exception {
    return mvc.perform(get(path).with(lead)).andExpect(status().isOk());
  }

  private Message sent() {
    Message ordered = ordered();
    clock.forward(Duration.ofMinutes(10));
    sending.sendDue();
    return now(ordered);
  }

  private Message ordered() {
    transactions.executeWithoutResult(
        status ->
            ordering.order(
                "first-day-text",
                about,
                Map.of("day", LocalDate.of(2025, 11, 3), "session", Session.AM),
                Why.of(new RuleId("NF-F1"), "Parents are contacted on the first day")));
    return messages.of(about.id()).get(0);
  }

  private Message now(Message message) {
    return messages.of(about.id()).stream()
        .filter(one -> one.id().equals(message.id()))
        .findFirst()
        .orElseThrow();
  }

  private ResultActions receipt(String token, String body) throws Exception {
    return mvc.perform(
        post("/notify/" + school + "/status")
            .header("Authorization", "Bearer " + token)
            .contentType("application/json")
            .content(body));
  }

  @Test
  void aTextGoesInOurWordsAndItsReceiptIsShown() throws Exception {
    String token = schools.makeToken(school);
    Message text = sent();
    NotifyStandIn.Taken taken = standIn.taken().get(0);
    assertThat(text.state()).isEqualTo(MessageState.SENT);
    assertThat(taken.words).startsWith("Example School: Sam was not in school");

    receipt(token, NotifyStandIn.receipt(taken, "delivered")).andExpect(status().isNoContent());
    receipt(token, NotifyStandIn.receipt(taken, "delivered")).andExpect(status().isNoContent());
    receipt(token, NotifyStandIn.receipt(taken, "permanent-failure"))
        .andExpect(status().isNoContent());

    assertThat(now(text).state()).isEqualTo(MessageState.SENT);
    page("/letters?show=sent")
        .andExpect(content().string(containsString("sent today, 09:40; delivered at 09:42")));
    assertThat(messages.events(text.id())).hasSize(3);
  }

  @Test
  void aTextThatDidNotArriveIsShownWithTheReason() throws Exception {
    String token = schools.makeToken(school);
    Message text = sent();

    receipt(token, NotifyStandIn.receipt(standIn.taken().get(0), "permanent-failure"))
        .andExpect(status().isNoContent());

    assertThat(now(text).state()).isEqualTo(MessageState.FAILED);
    page("/letters?show=trouble")
        .andExpect(content().string(containsString("The number is wrong or not in use")));
  }

  @Test
  void whereNotifyCannotReachUsWeAsk() {
    Message text = sent();
    standIn.taken().get(0).is("delivered");

    following.followUp();
    assertThat(now(text).deliveredAt()).isNull();
    clock.forward(Duration.ofMinutes(2));
    following.followUp();

    assertThat(now(text).deliveredAt()).isEqualTo("2025-11-03T09:42:00Z");
  }

  @Test
  void aReceiptThatOvertakesTheAnswerIsAskedForAgain() throws Exception {
    String token = schools.makeToken(school);
    Message text = ordered();
    insert("update message set state = 'SENDING' where school_id = :school");
    String early =
        """
        {"id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "%s", "status": "delivered"}
        """
            .formatted(text.mailId().replaceAll("[<>]|@.*", ""));

    receipt(token, early).andExpect(status().isServiceUnavailable());
    insert("update message set state = 'WAITING' where school_id = :school");
    receipt(token, early).andExpect(status().isNoContent());
  }

  @Test
  void nobodyWithoutTheTokenTellsUsAnything() throws Exception {
    Message text = sent();
    String body = NotifyStandIn.receipt(standIn.taken().get(0), "delivered");
    receipt("", body).andExpect(status().isUnauthorized());
    String token = schools.makeToken(school);

    receipt(token + "x", body).andExpect(status().isUnauthorized());
    mvc.perform(post("/notify/" + school + "/status").content(body))
        .andExpect(status().isUnauthorized());
    mvc.perform(
            post("/notify/no-such-school/status")
                .header("Authorization", "Bearer " + token)
                .content(body))
        .andExpect(status().isUnauthorized());
    receipt(token, "not JSON").andExpect(status().isBadRequest());
    receipt(token, "x".repeat(10_001)).andExpect(status().isBadRequest());
    receipt(token, "{\"notification_id\": \"a letter that came back\"}")
        .andExpect(status().isNoContent());

    assertThat(now(text).deliveredAt()).isNull();
  }

  @Test
  void aKeyThatNotifyDoesNotKnowIsOneLineOnTodayAndHoldsWhatIsToGo() throws Exception {
    standIn.knowsKeyEndingWith(OTHER);
    Message text = sent();

    assertThat(now(text).state()).isEqualTo(MessageState.HELD);
    page("/").andExpect(content().string(containsString("text messages are stopped")));
    page("/letters/notify")
        .andExpect(content().string(containsString("Invalid token: API key not found")));
    standIn.knowsKeyEndingWith(NotifyStandIn.SECRET);
    setUp();
    sending.sendDue();
    clock.forward(Duration.ofMinutes(10));
    sending.sendDue();

    assertThat(now(text).state()).isEqualTo(MessageState.SENT);
    page("/").andExpect(content().string(not(containsString("text messages are stopped"))));
  }

  @Test
  void aKeyIsNeverShownAgain() throws Exception {
    page("/letters/notify")
        .andExpect(content().string(containsString("ends with 22b0, since Monday 3 November 2025")))
        .andExpect(content().string(not(containsString(NotifyStandIn.SECRET))));
    page("/letters").andExpect(content().string(containsString("by GOV.UK Notify")));
  }

  @Test
  void whatIsWrongWithTheFormIsSaid() throws Exception {
    mvc.perform(
            post("/letters/notify")
                .param("key", "half-a-key")
                .param("template", "first")
                .param("sender", "me")
                .param("service", "https://elsewhere.example.org")
                .with(lead))
        .andExpect(content().string(containsString("This is not a whole key.")))
        .andExpect(content().string(containsString("Give the id of the text template")))
        .andExpect(content().string(containsString("Give the id of a text message sender")))
        .andExpect(content().string(containsString("Choose one of the addresses.")))
        .andExpect(content().string(not(containsString("half-a-key"))));
  }

  @Test
  void aTestTextGoesToOnesOwnNumber() throws Exception {
    mvc.perform(post("/letters/notify/test").param("number", "01632 960001").with(lead))
        .andExpect(flash().attribute("refused", "Give a mobile number, like 07700 900111."));
    mvc.perform(post("/letters/notify/test").param("number", "07700 900111").with(lead))
        .andExpect(
            flash()
                .attribute(
                    "notice", "GOV.UK Notify took the text. It should be with you in a minute."));

    assertThat(standIn.taken().get(0).to).isEqualTo("+447700900111");
    assertThat(standIn.texts())
        .containsExactly("Example School: a test of text messages. They work.");
  }

  @Test
  void aTokenIsShownOnceAndAllGoesWhenItIsTakenOut() throws Exception {
    String token =
        String.valueOf(
            mvc.perform(post("/letters/notify/token").with(lead))
                .andReturn()
                .getFlashMap()
                .get("token"));
    assertThat(schools.isToken(school, token)).isTrue();
    page("/letters/notify").andExpect(content().string(not(containsString(token))));

    mvc.perform(post("/letters/notify/remove").with(lead));

    assertThat(schools.find(school)).isEmpty();
    page("/letters/notify").andExpect(content().string(containsString("It is free to join")));
  }
}

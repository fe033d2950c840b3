package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.secret.Digest;

class PasswordLinksTest {

  private static final Pattern LINK =
      Pattern.compile("https://attendance\\.example\\.org/password/new\\?token=(\\S+)");
  private static final String NEW = "three quiet purple trains";

  @OnBothDatabases
  void mailsALinkThatSetsThePasswordOnce(Database database) throws Exception {
    House house = new House(database);
    AccountId jo = house.person("jo");

    String token = tokenIn(askedFor(house, "JO@example.org").get(0));

    assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    assertThat(house.setting.whose(token)).map(Account::id).contains(jo);
    assertThat(house.setting.whose(token)).as("looking uses nothing up").isPresent();
    assertThat(house.setting.set(token, NEW)).isTrue();
    assertThat(house.checking.check("jo@example.org", NEW)).contains(jo);
    assertThat(house.setting.whose(token)).isEmpty();
    assertThat(house.setting.set(token, "another long password")).isFalse();
    assertThat(house.checking.check("jo@example.org", NEW)).contains(jo);
  }

  @OnBothDatabases
  void keepsOnlyTheDigestOfALink(Database database) {
    House house = new House(database);
    String token = house.links.forInvitation(house.person("jo")).token();

    List<String> stored =
        database.jdbc().sql("select token_hash from password_link").query(String.class).list();

    assertThat(stored).containsExactly(Digest.of(token)).doesNotContain(token);
  }

  @OnBothDatabases
  void sendsNothingWhereThereIsNoOpenAccount(Database database) throws Exception {
    House house = new House(database);
    AccountId left = house.person("left");
    house.accounts.closeOn(left, LocalDate.of(2025, 11, 3));

    assertThat(askedFor(house, "nobody@example.org", "left@example.org")).isEmpty();
  }

  @OnBothDatabases
  void sendsOneMailToWhoeverAsksTwice(Database database) throws Exception {
    House house = new House(database);
    house.person("jo");

    assertThat(askedFor(house, "jo@example.org", "jo@example.org")).hasSize(1);
  }

  @OnBothDatabases
  void worksUntilItsHourIsOver(Database database) {
    House house = new House(database);
    String token = house.links.forForgotten(house.person("jo")).token();

    house.clock.forward(Duration.ofHours(1).minusSeconds(1));
    assertThat(house.setting.whose(token)).isPresent();
    house.clock.forward(Duration.ofSeconds(1));
    assertThat(house.setting.whose(token)).isEmpty();
    assertThat(house.setting.set(token, NEW)).isFalse();
  }

  @OnBothDatabases
  void aNewerLinkEndsTheOlder(Database database) {
    House house = new House(database);
    AccountId jo = house.person("jo");
    String older = house.links.forInvitation(jo).token();
    String newer = house.links.forForgotten(jo).token();

    assertThat(house.setting.whose(older)).isEmpty();
    assertThat(house.setting.whose(newer)).isPresent();
  }

  @OnBothDatabases
  void endsWithTheAccount(Database database) {
    House house = new House(database);
    AccountId jo = house.person("jo");
    String token = house.links.forForgotten(jo).token();
    house.accounts.closeOn(jo, LocalDate.of(2025, 11, 3));

    assertThat(house.setting.whose(token)).isEmpty();
    assertThat(house.setting.set(token, NEW)).isFalse();
  }

  @OnBothDatabases
  void endsRunningSessionsAndLiftsTheWait(Database database) {
    House house = new House(database);
    AccountId jo = house.person("jo");
    AccountId ann = house.person("ann");
    session(database, jo);
    session(database, ann);
    for (int i = 0; i < 5; i++) {
      house.checking.check("jo@example.org", "wrong");
    }

    house.setting.set(house.links.forForgotten(jo).token(), NEW);

    assertThat(
            database
                .jdbc()
                .sql("select principal_name from spring_session")
                .query(String.class)
                .list())
        .containsExactly(ann.toString());
    assertThat(house.checking.check("jo@example.org", NEW)).contains(jo);
    assertThat(house.events.of(jo).get(0).kind()).isEqualTo(AccountEvent.Kind.PASSWORD_SET);
  }

  private static void session(Database database, AccountId id) {
    database
        .jdbc()
        .sql(
            """
            insert into spring_session (primary_id, session_id, creation_time, last_access_time,
              max_inactive_interval, expiry_time, principal_name)
            values (:id, :id, 0, 0, 0, 0, :id)
            """)
        .param("id", id.toString())
        .update();
  }

  private static List<MimeMessage> askedFor(House house, String... emails) {
    GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    try {
      JavaMailSenderImpl sender = new JavaMailSenderImpl();
      sender.setHost("localhost");
      sender.setPort(server.getSmtp().getPort());
      ForgottenPasswords forgotten = house.forgotten(List.of(sender));
      assertThat(forgotten.possible()).isTrue();
      for (String email : emails) {
        forgotten.asked(email);
      }
      forgotten.stop();
      return List.of(server.getReceivedMessages());
    } finally {
      server.stop();
    }
  }

  private static String tokenIn(MimeMessage mail) throws Exception {
    assertThat(mail.getSubject()).isEqualTo("A new password for Attendance");
    assertThat(mail.getAllRecipients()[0].toString()).isEqualTo("jo@example.org");
    String text = (String) mail.getContent();
    assertThat(text).contains("until 10:30 on Monday 3 November 2025");
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).isTrue();
    return link.group(1);
  }
}

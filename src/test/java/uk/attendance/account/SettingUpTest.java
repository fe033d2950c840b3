package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

class SettingUpTest {

  private static final SetUp.FirstAdministrator ADMINISTRATOR =
      new SetUp.FirstAdministrator("sam@example.org", "Sam Example", "Business manager");
  private static final SetUp.OneSchool DOTHILL =
      new SetUp.OneSchool("dothill", null, "Dothill Primary", "dothill", null, "Telford");

  @OnBothDatabases
  void makesSchoolsAndTheirFirstAdministratorOnce(Database database) {
    SetUp.OneSchool academy =
        new SetUp.OneSchool("unity", "raleigh", "Unity", "raleigh", "unity", "Nottingham");
    SetUp wanted =
        new SetUp(
            List.of(new SetUp.OneTrust("raleigh", "Raleigh Education Trust")),
            List.of(DOTHILL, academy),
            ADMINISTRATOR);

    settingUp(database, wanted).setUp();
    settingUp(database, wanted).setUp();

    assertThat(new Schools(database.jdbc()).all())
        .extracting(school -> school.id().value())
        .containsExactlyInAnyOrder("dothill", "unity");
    assertThat(count(database.jdbc(), "account")).isEqualTo(1);
    assertThat(count(database.jdbc(), "account_role")).isEqualTo(2);
    assertThat(count(database.jdbc(), "password_link")).isEqualTo(1);
  }

  @OnBothDatabases
  void leavesASchoolToTheAdministratorItHas(Database database) {
    settingUp(database, new SetUp(List.of(), List.of(DOTHILL), null)).setUp();
    Accounts accounts = accounts(database.jdbc());
    AccountId other = accounts.create("kim@example.org", "Kim Example", "Bursar", false);
    accounts.grant(other, Role.ADMIN, new SchoolId("dothill"));

    settingUp(database, new SetUp(List.of(), List.of(DOTHILL), ADMINISTRATOR)).setUp();

    assertThat(accounts.find(ADMINISTRATOR.email())).isEmpty();
  }

  @OnBothDatabases
  void refusesAPackOrAcademyThatDoesNotExist(Database database) {
    assertThatThrownBy(() -> settingUp(database, schoolWith("hogwarts", null)).setUp())
        .hasMessageContaining("hogwarts");
    assertThatThrownBy(() -> settingUp(database, schoolWith("raleigh", "westbrook")).setUp())
        .hasMessageContaining("westbrook")
        .hasMessageContaining("westbury");
    assertThatThrownBy(() -> settingUp(database, schoolWith("raleigh", null)).setUp())
        .hasMessageContaining("academy");
    assertThat(new Schools(database.jdbc()).all()).isEmpty();
  }

  private static SetUp schoolWith(String pack, @Nullable String academy) {
    return new SetUp(
        List.of(),
        List.of(new SetUp.OneSchool("a-school", null, "A School", pack, academy, "Exampleshire")),
        ADMINISTRATOR);
  }

  private static SettingUp settingUp(Database database, SetUp wanted) {
    JdbcClient jdbc = database.jdbc();
    Clock clock = Clock.systemUTC();
    SignInSettings settings =
        new SignInSettings(
            new SignInSettings.Argon2(org.springframework.util.unit.DataSize.ofKilobytes(64), 1, 1),
            new SignInSettings.Delay(
                4, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24)),
            new SignInSettings.Links(
                Duration.ofHours(1), Duration.ofDays(7), Duration.ofMinutes(2)));
    AccountMail mail =
        new AccountMail(
            new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class),
            new PublicAddress(URI.create("http://localhost:8080"), "attendance@localhost"),
            clock);
    return new SettingUp(
        wanted,
        PolicyPacks.bundled(),
        new Schools(jdbc),
        new FirstAdministrators(
            jdbc, accounts(jdbc), new PasswordLinks(jdbc, settings, clock, clock), mail));
  }

  private static Accounts accounts(JdbcClient jdbc) {
    Clock clock = Clock.systemUTC();
    return new Accounts(
        jdbc,
        new Grants(jdbc),
        new AccountEvents(jdbc, clock),
        new Argon2PasswordEncoder(16, 32, 1, 64, 1),
        clock);
  }

  private static int count(JdbcClient jdbc, String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }
}

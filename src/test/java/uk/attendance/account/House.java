package uk.attendance.account;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.unit.DataSize;
import uk.attendance.Database;
import uk.attendance.StandingClock;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.TrustId;

/** The account feature put together on one database, with a trust of two schools and one beside. */
final class House {

  static final TrustId TRUST = new TrustId("trust");
  static final SchoolId WEST = new SchoolId("west");
  static final SchoolId EAST = new SchoolId("east");
  static final SchoolId OTHER = new SchoolId("other");

  final Database database;
  final StandingClock clock = new StandingClock();
  final SignInSettings settings =
      new SignInSettings(
          new SignInSettings.Argon2(DataSize.ofKilobytes(64), 1, 1),
          new SignInSettings.Delay(
              4, Duration.ofSeconds(30), Duration.ofMinutes(15), Duration.ofHours(24)),
          new SignInSettings.Links(Duration.ofHours(1), Duration.ofDays(7), Duration.ofMinutes(2)));
  final PasswordEncoder passwords = new Argon2PasswordEncoder(16, 32, 1, 64, 1);
  final Grants grants;
  final AccountEvents events;
  final Accounts accounts;
  final Scopes scopes;
  final Attempts attempts;
  final PasswordLinks links;
  final CheckingPasswords checking;
  final SettingPasswords setting;
  final PeopleOfSchool people;
  final ChangingPeople changing;
  final GrantingRoles granting;
  final AddingPeople adding;

  House(Database database) {
    this.database = database;
    this.grants = new Grants(database.jdbc());
    this.events = new AccountEvents(database.jdbc(), clock);
    this.accounts = new Accounts(database.jdbc(), grants, events, passwords, clock);
    this.scopes = new Scopes(database.jdbc());
    this.attempts = new Attempts(database.jdbc(), settings, clock);
    this.links = new PasswordLinks(database.jdbc(), settings, clock, clock);
    this.checking = new CheckingPasswords(database.jdbc(), attempts, passwords, clock);
    RunningSessions sessions = new RunningSessions(database.jdbc());
    this.setting = new SettingPasswords(accounts, links, attempts, sessions, events);
    this.people = new PeopleOfSchool(database.jdbc(), attempts, events);
    this.changing = new ChangingPeople(accounts, people, sessions, events, clock);
    this.granting = new GrantingRoles(grants, people, events);
    this.adding = new AddingPeople(accounts, people, granting);
    database.jdbc().sql("insert into trust (id, name) values ('trust', 'The Trust')").update();
    addSchool(WEST, TRUST);
    addSchool(EAST, TRUST);
    addSchool(OTHER, null);
  }

  void addSchool(SchoolId school, @org.jspecify.annotations.Nullable TrustId trust) {
    database
        .jdbc()
        .sql(
            """
            insert into school (id, trust_id, name, pack, local_authority)
            values (:id, :trust, :name, 'national', 'Exampleshire')
            """)
        .param("id", school.value())
        .param("trust", trust == null ? null : trust.value())
        .param("name", "School " + school)
        .update();
  }

  ClassId addClass(SchoolId school, String name) {
    database
        .jdbc()
        .sql("insert into school_class (school_id, name) values (:school, :name)")
        .param("school", school.value())
        .param("name", name)
        .update();
    return new ClassId(
        database
            .jdbc()
            .sql("select id from school_class where school_id = :school and name = :name")
            .param("school", school.value())
            .param("name", name)
            .query(Long.class)
            .single());
  }

  AccountId person(String name) {
    return accounts.create(name + "@example.org", name, "Clerk", false);
  }

  AccountId person(String name, Role role, SchoolId school) {
    AccountId id = person(name);
    accounts.grant(id, role, school);
    return id;
  }

  /** As this person acts at the school. */
  Administrator as(AccountId id, SchoolId school) {
    return new Administrator(
        accounts.find(id).orElseThrow().signedIn(),
        scopes.of(id),
        new CurrentSchool(school, "School " + school, "national"));
  }

  Inviting inviting(List<JavaMailSender> senders) {
    return new Inviting(people, links, mail(senders), events);
  }

  ForgottenPasswords forgotten(List<JavaMailSender> senders) {
    return new ForgottenPasswords(accounts, links, mail(senders), clock);
  }

  private AccountMail mail(List<JavaMailSender> senders) {
    return new AccountMail(
        provider(senders),
        new PublicAddress(
            java.net.URI.create("https://attendance.example.org"), "attendance@example.org"),
        clock);
  }

  private static ObjectProvider<JavaMailSender> provider(List<JavaMailSender> senders) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    senders.forEach(sender -> beans.addBean("sender", sender));
    return beans.getBeanProvider(JavaMailSender.class);
  }
}

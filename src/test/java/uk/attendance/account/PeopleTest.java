package uk.attendance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

class PeopleTest {

  private static final PersonDetails SAM =
      new PersonDetails("Sam Example", "Clerk", " Sam@Example.org");

  @OnBothDatabases
  void addsAPersonWithRolesAndClasses(Database database) {
    House house = new House(database);
    Administrator admin = admin(house, House.WEST);
    ClassId oak = house.addClass(House.WEST, "Oak");

    AccountId sam =
        house.adding.add(
            admin, SAM, wanted(Set.of(Role.OFFICE, Role.TEACHER), Set.of(oak), Set.of()));

    Person added = house.people.find(sam, House.WEST, admin.scope()).orElseThrow();
    assertThat(added.account().email()).isEqualTo("sam@example.org");
    assertThat(added.state(LocalDate.of(2025, 11, 3))).isEqualTo(Person.State.INVITED);
    assertThat(added.roleWords()).isEqualTo("School office, Teacher");
    assertThat(added.classWords()).isEqualTo("Oak");
    assertThat(house.people.events(added))
        .extracting(AccountEvent::words, AccountEvent::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "At School west from no role to School office and Teacher, teaching Oak", "Admin"),
            org.assertj.core.groups.Tuple.tuple("Sam Example, Clerk, sam@example.org", "Admin"));
    assertThat(house.scopes.of(sam).seesClass(House.WEST, oak)).isTrue();
  }

  @OnBothDatabases
  void givesSomebodyKnownElsewhereTheirRolesHere(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.OTHER);
    Administrator admin = admin(house, House.WEST);

    assertThat(house.adding.add(admin, SAM, wanted(Role.OFFICE))).isEqualTo(sam);

    assertThat(house.scopes.of(sam).schools()).containsExactlyInAnyOrder(House.OTHER, House.WEST);
    assertThatThrownBy(() -> house.adding.add(admin, SAM, wanted(Role.OFFICE)))
        .isInstanceOf(ChangeRefused.class)
        .hasMessage("Somebody at this school already has this email address");
  }

  @OnBothDatabases
  void addsNobodyHalfWay(Database database) {
    House house = new House(database);
    Administrator admin = admin(house, House.WEST);

    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .executeWithoutResult(tx -> house.adding.add(admin, SAM, wanted())))
        .isInstanceOf(ChangeRefused.class)
        .hasMessageContaining("Choose at least one role");

    assertThat(house.accounts.find("sam@example.org")).isEmpty();
  }

  @OnBothDatabases
  void onlyAnAdministratorOfTheSchoolChangesAnything(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.OTHER);
    AccountId west = house.person("west", Role.ADMIN, House.WEST);
    house.accounts.grant(west, Role.OFFICE, House.OTHER);
    Administrator notThere = house.as(west, House.OTHER);

    assertThatThrownBy(() -> house.adding.add(notThere, SAM, wanted(Role.OFFICE)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> house.granting.change(notThere, sam, wanted(Role.ADMIN)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> house.changing.close(notThere, sam, LocalDate.of(2025, 11, 3)))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> house.changing.openAgain(notThere, sam))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> house.changing.changeDetails(notThere, sam, SAM))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> house.inviting(List.of()).invite(notThere, sam))
        .isInstanceOf(NotAllowed.class);
  }

  @OnBothDatabases
  void aPersonOfAnotherSchoolIsNotThere(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.OTHER);
    Administrator admin = admin(house, House.WEST);

    assertThat(house.people.find(sam, House.WEST, admin.scope())).isEmpty();
    assertThatThrownBy(() -> house.granting.change(admin, sam, wanted(Role.OFFICE)))
        .isInstanceOf(NotInSight.class);
    assertThatThrownBy(() -> house.changing.close(admin, sam, LocalDate.of(2025, 11, 3)))
        .isInstanceOf(NotInSight.class);
    assertThatThrownBy(() -> house.inviting(List.of()).invite(admin, sam))
        .isInstanceOf(NotInSight.class);
  }

  @OnBothDatabases
  void whatReachesBeyondOnesSchoolsIsNotOnesToChange(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.WEST);
    house.accounts.grant(sam, Role.OFFICE, House.OTHER);
    Administrator admin = admin(house, House.WEST);

    assertThat(house.people.find(sam, House.WEST, admin.scope()).orElseThrow().elsewhere())
        .isTrue();
    assertThatThrownBy(() -> house.changing.close(admin, sam, LocalDate.of(2025, 11, 3)))
        .isInstanceOf(NotInSight.class);
    assertThatThrownBy(() -> house.changing.changeDetails(admin, sam, SAM))
        .isInstanceOf(NotInSight.class);
    assertThatThrownBy(() -> house.inviting(List.of()).invite(admin, sam))
        .as("a shown link would open the other school")
        .isInstanceOf(NotInSight.class);

    house.granting.change(admin, sam, wanted());

    assertThat(house.scopes.of(sam).schools()).containsExactly(House.OTHER);
  }

  @OnBothDatabases
  void nobodyClosesOrUnseatsThemselves(Database database) {
    House house = new House(database);
    Administrator admin = admin(house, House.WEST);
    AccountId self = admin.person().id();

    assertThatThrownBy(() -> house.changing.close(admin, self, LocalDate.of(2025, 11, 4)))
        .isInstanceOf(ChangeRefused.class)
        .hasMessageContaining("your own account");
    assertThatThrownBy(() -> house.granting.change(admin, self, wanted(Role.OFFICE)))
        .isInstanceOf(ChangeRefused.class)
        .hasMessageContaining("from yourself");
    house.granting.change(admin, self, wanted(Role.OFFICE, Role.ADMIN));
    assertThat(house.scopes.of(self).rolesAt(House.WEST))
        .containsExactlyInAnyOrder(Role.OFFICE, Role.ADMIN);
  }

  @OnBothDatabases
  void takesALastRoleAwayOnlyByClosing(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.WEST);
    Administrator admin = admin(house, House.WEST);

    assertThatThrownBy(() -> house.granting.change(admin, sam, wanted()))
        .isInstanceOf(ChangeRefused.class)
        .hasMessageContaining("close the account instead");
    assertThat(house.scopes.of(sam).has(House.WEST, Role.OFFICE)).isTrue();
  }

  @OnBothDatabases
  void givesClassesToTeachersOfTheSchoolOnly(Database database) {
    House house = new House(database);
    Administrator admin = admin(house, House.WEST);
    AccountId sam = house.person("sam", Role.TEACHER, House.WEST);
    ClassId here = house.addClass(House.WEST, "Oak");
    ClassId there = house.addClass(House.OTHER, "Ash");

    assertThatThrownBy(
            () ->
                house.granting.change(
                    admin, sam, wanted(Set.of(Role.OFFICE), Set.of(here), Set.of())))
        .isInstanceOf(ChangeRefused.class)
        .hasMessageContaining("Classes are for teachers");
    house.granting.change(admin, sam, wanted(Set.of(Role.TEACHER), Set.of(here, there), Set.of()));

    assertThat(house.scopes.of(sam).seesClass(House.WEST, here)).isTrue();
    assertThat(house.scopes.of(sam).seesClass(House.OTHER, there)).isFalse();
    assertThat(house.grants.classes(House.OTHER, sam)).isEmpty();
  }

  @OnBothDatabases
  void aManagerOfTheTrustSeesItsSchoolsAlsoOneThatJoinsLater(Database database) {
    House house = new House(database);
    AccountId manager = house.person("manager");
    house.accounts.grant(manager, Role.MANAGER, House.TRUST);
    assertThat(house.scopes.of(manager).schools()).containsExactly(House.EAST, House.WEST);

    SchoolId later = new SchoolId("later");
    house.addSchool(later, House.TRUST);

    assertThat(house.scopes.of(manager).schools()).containsExactly(House.EAST, later, House.WEST);
    assertThat(house.scopes.of(manager).seesWholeSchool(later)).isTrue();
  }

  @OnBothDatabases
  void rolesForTheTrustAreGivenByItsAdministratorOnly(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.WEST);
    Administrator school = admin(house, House.WEST);
    assertThat(house.granting.administersTrust(school)).isFalse();
    house.granting.change(school, sam, wanted(Set.of(Role.OFFICE), Set.of(), Set.of(Role.MANAGER)));
    assertThat(house.scopes.of(sam).schools()).containsExactly(House.WEST);

    AccountId boss = house.person("boss");
    house.accounts.grant(boss, Role.ADMIN, House.TRUST);
    Administrator trust = house.as(boss, House.WEST);
    assertThat(house.granting.administersTrust(trust)).isTrue();
    house.granting.change(trust, sam, wanted(Set.of(Role.OFFICE), Set.of(), Set.of(Role.MANAGER)));
    assertThat(house.scopes.of(sam).schools()).containsExactly(House.EAST, House.WEST);

    house.granting.change(school, sam, wanted(Role.TEACHER));
    assertThat(house.scopes.of(sam).has(House.EAST, Role.MANAGER))
        .as("an administrator of one school leaves the trust's roles alone")
        .isTrue();
  }

  @OnBothDatabases
  void closesFromADayAndOpensAgain(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.WEST);
    Administrator admin = admin(house, House.WEST);

    house.changing.close(admin, sam, LocalDate.of(2025, 11, 4));
    Person person = house.people.find(sam, House.WEST, admin.scope()).orElseThrow();
    assertThat(person.account().closed(LocalDate.of(2025, 11, 3))).isFalse();
    assertThat(person.account().closed(LocalDate.of(2025, 11, 4))).isTrue();
    assertThat(person.account().closed(LocalDate.of(2025, 11, 5))).isTrue();

    house.changing.openAgain(admin, sam);
    house.changing.openAgain(admin, sam);
    assertThat(house.people.events(person))
        .extracting(AccountEvent::words)
        .containsExactly(
            "Opened again", "Closed from Tuesday 4 November 2025", "sam, Clerk, sam@example.org");
  }

  @OnBothDatabases
  void refusesAnEmailThatIsTaken(Database database) {
    House house = new House(database);
    house.person("sam", Role.OFFICE, House.WEST);
    AccountId ann = house.person("ann", Role.OFFICE, House.WEST);

    assertThatThrownBy(() -> house.changing.changeDetails(admin(house, House.WEST), ann, SAM))
        .isInstanceOf(ChangeRefused.class)
        .hasMessage("Another account has this email address");
  }

  @OnBothDatabases
  void sendsAnInvitationWhereMailIsConfigured(Database database) throws Exception {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.WEST);
    GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    server.start();
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(server.getSmtp().getPort());

    Inviting.Handed handed = house.inviting(List.of(sender)).invite(admin(house, House.WEST), sam);

    assertThat(handed.link()).isNull();
    assertThat(handed.mailFailed()).isFalse();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat((String) server.getReceivedMessages()[0].getContent())
        .contains("/password/new?token=")
        .contains("until 09:30 on Monday 10 November 2025");
    server.stop();

    assertThat(house.inviting(List.of(sender)).invite(admin(house, House.WEST), sam).mailFailed())
        .isTrue();
  }

  @OnBothDatabases
  void showsTheLinkWhereNoMailIsConfigured(Database database) {
    House house = new House(database);
    AccountId sam = house.person("sam", Role.OFFICE, House.WEST);

    Inviting.Handed handed = house.inviting(List.of()).invite(admin(house, House.WEST), sam);

    assertThat(handed.link()).startsWith("https://attendance.example.org/password/new?token=");
    String token = handed.link().substring(handed.link().indexOf('=') + 1);
    assertThat(house.setting.set(token, "three quiet purple trains")).isTrue();
    assertThat(house.checking.check("sam@example.org", "three quiet purple trains")).contains(sam);
  }

  private static int admins;

  private static Administrator admin(House house, SchoolId school) {
    AccountId id =
        house.accounts.create("admin" + admins++ + "@example.org", "Admin", "Manager", false);
    house.accounts.grant(id, Role.ADMIN, school);
    return house.as(id, school);
  }

  private static GrantingRoles.Wanted wanted(Role... roles) {
    return wanted(Set.of(roles), Set.of(), Set.of());
  }

  private static GrantingRoles.Wanted wanted(
      Set<Role> roles, Set<ClassId> classes, Set<Role> trustRoles) {
    return new GrantingRoles.Wanted(roles, classes, trustRoles);
  }
}

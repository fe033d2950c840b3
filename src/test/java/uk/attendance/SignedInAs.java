package uk.attendance;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.school.TrustId;

/**
 * In a {@link WebTest}: {@code mvc.perform(get("/pupils").with(signedInAs.role(Role.OFFICE,
 * school)))}.
 *
 * <p>Each call makes a new person. The request carries a CSRF token, so that a POST needs nothing
 * more.
 */
@TestComponent
public class SignedInAs {

  private final Accounts accounts;
  private final JdbcClient jdbc;

  SignedInAs(Accounts accounts, JdbcClient jdbc) {
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  public RequestPostProcessor role(Role role, SchoolId school) {
    AccountId person = newPerson();
    accounts.grant(person, role, school);
    return person(person);
  }

  public RequestPostProcessor role(Role role, TrustId trust) {
    AccountId person = newPerson();
    accounts.grant(person, role, trust);
    return person(person);
  }

  public RequestPostProcessor teacherOf(ClassId taught, SchoolId school) {
    AccountId person = newPerson();
    accounts.grant(person, Role.TEACHER, school);
    accounts.teaches(person, taught);
    return person(person);
  }

  public RequestPostProcessor person(AccountId person) {
    RequestPostProcessor who =
        authentication(
            UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("person"))));
    return request -> csrf().postProcessRequest(who.postProcessRequest(request));
  }

  /** Somebody without any role. */
  public AccountId newPerson() {
    return accounts.create(
        "person-" + UUID.randomUUID() + "@example.org", "Sam Example", "Clerk", false);
  }

  /** A school with nothing in it, running the national pack. */
  public SchoolId newSchool() {
    SchoolId school = new SchoolId("s" + UUID.randomUUID());
    jdbc.sql(
            """
            insert into school (id, name, pack, local_authority)
            values (:id, 'Example School', 'national', 'Exampleshire')
            """)
        .param("id", school.value())
        .update();
    return school;
  }
}

package uk.attendance.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.school.SchoolId;

@WebTest
class SignInWebTest {

  private static final String RIGHT = "three quiet purple trains";

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource source;

  @Test
  void showsTheFormToAnybody() throws Exception {
    mvc.perform(get("/sign-in"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("name=\"_csrf\"")))
        .andExpect(content().string(not(containsString("govuk-inset-text"))));
  }

  @Test
  void asksToSignInBeforeAnyPage() throws Exception {
    mvc.perform(get("/")).andExpect(redirectedUrl("http://localhost/sign-in"));
  }

  @Test
  void comesBackToThePageThatWasAskedFor() throws Exception {
    String email = newPerson(Role.ADMIN, signedInAs.newSchool());
    Cookie before =
        cookie(
            mvc.perform(get("/people").accept("text/html"))
                .andExpect(redirectedUrl("http://localhost/sign-in")));

    mvc.perform(
            post("/sign-in")
                .with(csrf())
                .cookie(before)
                .param("email", email)
                .param("password", RIGHT))
        .andExpect(redirectedUrl("http://localhost/people"));
  }

  @Test
  void signsInWithEmailInAnyCaseAndPassword() throws Exception {
    String email = newPerson(Role.OFFICE, signedInAs.newSchool());

    Cookie session =
        cookie(signIn(" " + email.toUpperCase() + " ", RIGHT).andExpect(redirectedUrl("/")));

    mvc.perform(get("/").cookie(session))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Example School · School office")));
    mvc.perform(get("/sign-in").cookie(session)).andExpect(redirectedUrl("/"));
  }

  @Test
  void keepsTheSessionFromScriptsAndOtherSites() throws Exception {
    Cookie session = cookie(signIn(newPerson(Role.OFFICE, signedInAs.newSchool()), RIGHT));

    assertThat(session.isHttpOnly()).isTrue();
    assertThat(session.getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(session.getPath()).isEqualTo("/");
  }

  @Test
  void changesTheSessionWhenSomebodySignsIn() throws Exception {
    String email = newPerson(Role.OFFICE, signedInAs.newSchool());
    Cookie before = cookie(mvc.perform(get("/people").accept("text/html")));

    Cookie after =
        cookie(
            mvc.perform(
                post("/sign-in")
                    .with(csrf())
                    .cookie(before)
                    .param("email", email)
                    .param("password", RIGHT)));

    assertThat(after.getValue()).isNotEqualTo(before.getValue());
    mvc.perform(get("/").cookie(before)).andExpect(redirectedUrl("http://localhost/sign-in"));
  }

  @Test
  void refusesAWrongPasswordAndKeepsTheEmail() throws Exception {
    String email = newPerson(Role.OFFICE, signedInAs.newSchool());

    Cookie session = cookie(signIn(email, "wrong").andExpect(redirectedUrl("/sign-in?refused")));

    mvc.perform(get("/sign-in").cookie(session))
        .andExpect(content().string(containsString("password do not belong")))
        .andExpect(content().string(containsString("value=\"" + email + "\"")));
    mvc.perform(get("/sign-in").cookie(session))
        .andExpect(content().string(not(containsString("password do not belong"))));
  }

  @Test
  void answersTheSameWithAndWithoutAnAccount() throws Exception {
    String known = newPerson(Role.OFFICE, signedInAs.newSchool());
    String unknown = "unknown-" + UUID.randomUUID() + "@example.org";

    for (int attempt = 1; attempt <= 6; attempt++) {
      assertThat(refusal(known).replace(known, "EMAIL"))
          .as("attempt %d", attempt)
          .isEqualTo(refusal(unknown).replace(unknown, "EMAIL"));
    }
    assertThat(refusal(known)).contains("Too many attempts with this email address. Wait ");
  }

  @Test
  void signsOut() throws Exception {
    Cookie session = cookie(signIn(newPerson(Role.OFFICE, signedInAs.newSchool()), RIGHT));

    mvc.perform(post("/sign-out").with(csrf()).cookie(session))
        .andExpect(redirectedUrl("/sign-in?signed-out"));

    mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("http://localhost/sign-in"));
  }

  @Test
  void saysThatAPageWasOpenTooLong() throws Exception {
    mvc.perform(post("/sign-in").param("email", "jo@example.org").param("password", RIGHT))
        .andExpect(redirectedUrl("/sign-in?stale"));
    mvc.perform(post("/people")).andExpect(redirectedUrl("/sign-in?ended"));
    mvc.perform(get("/sign-in?stale"))
        .andExpect(content().string(containsString("had been open for too long")));
  }

  @Test
  void takesNoPostWithoutItsToken() throws Exception {
    Cookie session = cookie(signIn(newPerson(Role.ADMIN, signedInAs.newSchool()), RIGHT));

    mvc.perform(post("/people").cookie(session).with(csrf().useInvalidToken()))
        .andExpect(status().is3xxRedirection());
    mvc.perform(post("/people").cookie(session)).andExpect(status().is3xxRedirection());
  }

  @Test
  void anotherNodeKnowsTheSession() throws Exception {
    String email = newPerson(Role.OFFICE, signedInAs.newSchool());
    Cookie cookie = cookie(signIn(email, RIGHT));
    JdbcIndexedSessionRepository otherNode =
        new JdbcIndexedSessionRepository(
            new JdbcTemplate(source),
            new TransactionTemplate(new DataSourceTransactionManager(source)));

    Session session =
        otherNode.findById(
            new String(Base64.getDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8));

    SecurityContext context =
        Objects.requireNonNull(session.getAttribute("SPRING_SECURITY_CONTEXT"));
    assertThat(context.getAuthentication().getPrincipal())
        .isEqualTo(accounts.find(email).orElseThrow().id());
    assertThat(
            jdbc.sql(
                    """
                    select max(length(attribute_bytes)) from spring_session_attributes
                    where attribute_name = 'SPRING_SECURITY_CONTEXT'
                    """)
                .query(Integer.class)
                .single())
        .as("bytes of the largest principal")
        .isLessThan(2000);
  }

  @Test
  void aClosedAccountIsOutAtItsNextRequest() throws Exception {
    String email = newPerson(Role.OFFICE, signedInAs.newSchool());
    Cookie session = cookie(signIn(email, RIGHT));

    jdbc.sql("update account set closed_on = date '2025-11-03' where email = :email")
        .param("email", email)
        .update();

    mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("/sign-in?ended"));
    mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("http://localhost/sign-in"));
  }

  @Test
  void aChangedRoleHoldsFromTheNextRequest() throws Exception {
    SchoolId school = signedInAs.newSchool();
    String email = newPerson(Role.OFFICE, school);
    Cookie session = cookie(signIn(email, RIGHT));
    mvc.perform(get("/people").cookie(session)).andExpect(status().isForbidden());

    accounts.grant(accounts.find(email).orElseThrow().id(), Role.ADMIN, school);

    mvc.perform(get("/people").cookie(session)).andExpect(status().isOk());
  }

  @Test
  void changesOnesOwnPasswordAndSignsOutEverywhereElse() throws Exception {
    String email = newPerson(Role.OFFICE, signedInAs.newSchool());
    Cookie here = cookie(signIn(email, RIGHT));
    Cookie elsewhere = cookie(signIn(email, RIGHT));

    changePassword(here, "wrong", "nine calm yellow boats")
        .andExpect(content().string(containsString("not your present password")));
    changePassword(here, RIGHT, "password1234")
        .andExpect(content().string(containsString("one of the first passwords")));
    changePassword(here, RIGHT, "nine calm yellow boats").andExpect(redirectedUrl("/account"));

    mvc.perform(get("/account").cookie(here))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Your password is changed")));
    mvc.perform(get("/").cookie(elsewhere)).andExpect(redirectedUrl("http://localhost/sign-in"));
    signIn(email, RIGHT).andExpect(redirectedUrl("/sign-in?refused"));
    signIn(email, "nine calm yellow boats").andExpect(redirectedUrl("/"));
  }

  private ResultActions changePassword(Cookie session, String present, String wanted)
      throws Exception {
    return mvc.perform(
        post("/account/password")
            .with(csrf())
            .cookie(session)
            .param("present", present)
            .param("password", wanted));
  }

  private String newPerson(Role role, SchoolId school) {
    String email = "person-" + UUID.randomUUID() + "@example.org";
    AccountId id = accounts.create(email, "Jo Bloggs", "Clerk", false);
    accounts.setPassword(id, RIGHT);
    accounts.grant(id, role, school);
    return email;
  }

  private ResultActions signIn(String email, String password) throws Exception {
    return mvc.perform(
        post("/sign-in").with(csrf()).param("email", email).param("password", password));
  }

  private String refusal(String email) throws Exception {
    return mvc.perform(get("/sign-in?refused").cookie(cookie(signIn(email, "wrong"))))
        .andReturn()
        .getResponse()
        .getContentAsString()
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
        .replaceAll("Wait \\d+ second", "Wait N second");
  }

  private static Cookie cookie(ResultActions answer) {
    return Objects.requireNonNull(answer.andReturn().getResponse().getCookie("attendance"));
  }
}

package uk.attendance.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;

@WebTest
class SignInWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;

  @Test
  void showsTheFormToAnybody() throws Exception {
    mvc.perform(get("/sign-in"))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("name=\"_csrf\"")));
  }

  @Test
  void asksToSignInBeforeAnyPage() throws Exception {
    mvc.perform(get("/"))
        .andExpect(status().is3xxRedirection())
        .andExpect(redirectedUrl("http://localhost/sign-in"));
  }

  @Test
  void signsInWithEmailInAnyCaseAndPassword() throws Exception {
    AccountId person = accounts.create("Jo.Bloggs@example.org", "Jo Bloggs", "Clerk", false);
    accounts.setPassword(person, "a long enough password");
    accounts.grant(person, Role.OFFICE, signedInAs.newSchool());

    MvcResult signedIn =
        mvc.perform(
                post("/sign-in")
                    .with(csrf())
                    .param("email", " JO.bloggs@example.org ")
                    .param("password", "a long enough password"))
            .andExpect(redirectedUrl("/"))
            .andReturn();

    Cookie session = signedIn.getResponse().getCookie("attendance");
    assertThat(session).isNotNull();
    mvc.perform(get("/").cookie(session))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString("Example School · School office")));
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    AccountId person = accounts.create("wrong@example.org", "Jo Bloggs", "Clerk", false);
    accounts.setPassword(person, "a long enough password");

    mvc.perform(
            post("/sign-in")
                .with(csrf())
                .param("email", "wrong@example.org")
                .param("password", "another long password"))
        .andExpect(redirectedUrl("/sign-in?refused"));
  }
}

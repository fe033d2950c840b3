package uk.attendance.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.school.SchoolId;

@WebTest
class PeopleWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;

  private SchoolId school;
  private AccountId admin;

  @BeforeEach
  void oneAdministrator() {
    school = signedInAs.newSchool();
    admin = signedInAs.newPerson();
    accounts.grant(admin, Role.ADMIN, school);
  }

  @Test
  void addsAPersonAndShowsTheLinkToHandOver() throws Exception {
    String email = "new-" + UUID.randomUUID() + "@example.org";

    String page =
        mvc.perform(
                as(post("/people"))
                    .param("name", "Ada <Okafor>")
                    .param("title", "Clerk")
                    .param("email", email)
                    .param("roles", "OFFICE", "ATTENDANCE_OFFICER"))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    AccountId added = accounts.find(email).orElseThrow().id();
    assertThat(page).isEqualTo("/people/" + added);

    mvc.perform(as(get("/people")))
        .andExpect(content().string(containsString("Ada &lt;Okafor&gt;")))
        .andExpect(content().string(containsString("School office, Attendance officer")))
        .andExpect(content().string(containsString("no password yet")));
    String link =
        linkIn(
            mvc.perform(as(post(page + "/link"))).andReturn().getResponse().getContentAsString());
    mvc.perform(as(get(page))).andExpect(content().string(not(containsString(link))));

    mvc.perform(get(link)).andExpect(status().isOk());
    mvc.perform(
            post("/password/new")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("token", link.substring(link.indexOf('=') + 1))
                .param("password", "password1234"))
        .andExpect(content().string(containsString("one of the first passwords")));
    mvc.perform(
            post("/password/new")
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("token", link.substring(link.indexOf('=') + 1))
                .param("password", "three quiet purple trains"))
        .andExpect(redirectedUrl("/sign-in?set"));
    mvc.perform(get(link))
        .andExpect(content().string(containsString("This link does not work any more")));
  }

  @Test
  void saysWhatIsMissingAndKeepsWhatWasTyped() throws Exception {
    mvc.perform(as(post("/people")).param("name", "Ada Okafor").param("title", "Clerk"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Error: Add a person")))
        .andExpect(content().string(containsString("href=\"#email\"")))
        .andExpect(content().string(containsString("value=\"Ada Okafor\"")));
    mvc.perform(
            as(post("/people"))
                .param("name", "Ada Okafor")
                .param("title", "Clerk")
                .param("email", "ada-" + UUID.randomUUID() + "@example.org"))
        .andExpect(content().string(containsString("Choose at least one role")));
    assertThat(
            jdbc.sql("select count(*) from account where name = 'Ada Okafor'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void changesRolesDetailsAndClosesOnADay() throws Exception {
    AccountId sam = signedInAs.newPerson();
    accounts.grant(sam, Role.OFFICE, school);
    String page = "/people/" + sam;

    mvc.perform(as(post(page + "/roles")).param("roles", "GOVERNOR"))
        .andExpect(redirectedUrl(page));
    mvc.perform(
            as(post(page + "/details"))
                .param("name", "Sam Exemplar")
                .param("title", "Chair")
                .param("email", accounts.find(sam).orElseThrow().email()))
        .andExpect(redirectedUrl(page));
    mvc.perform(
            as(post(page + "/close")).param("day", "31").param("month", "2").param("year", "2026"))
        .andExpect(content().string(containsString("Enter the first day without access")));
    mvc.perform(
            as(post(page + "/close")).param("day", "1").param("month", "9").param("year", "2026"))
        .andExpect(redirectedUrl(page));

    mvc.perform(as(get(page)))
        .andExpect(content().string(containsString("closes on 1 September 2026")))
        .andExpect(content().string(containsString("Closed from Tuesday 1 September 2026")))
        .andExpect(content().string(containsString("to Governor")))
        .andExpect(content().string(containsString("Sam Exemplar, Chair")))
        .andExpect(content().string(containsString("Monday 3 November 2025, 09:30")));
    mvc.perform(as(post(page + "/open"))).andExpect(redirectedUrl(page));
    mvc.perform(as(get(page))).andExpect(content().string(containsString("Opened again")));
  }

  @Test
  void aMadeUpRoleOrClassChangesNothing() throws Exception {
    AccountId sam = signedInAs.newPerson();
    accounts.grant(sam, Role.OFFICE, school);

    mvc.perform(as(post("/people/" + sam + "/roles")).param("roles", "EMPEROR"))
        .andExpect(status().is4xxClientError());

    mvc.perform(as(get("/people"))).andExpect(content().string(containsString("School office")));
  }

  @Test
  void nobodyOfAnotherSchoolIsThere() throws Exception {
    AccountId stranger = signedInAs.newPerson();
    accounts.grant(stranger, Role.OFFICE, signedInAs.newSchool());

    mvc.perform(as(get("/people/" + stranger))).andExpect(status().isNotFound());
    mvc.perform(as(post("/people/" + stranger + "/close"))).andExpect(status().isNotFound());
    mvc.perform(as(get("/people/999999999"))).andExpect(status().isNotFound());
  }

  @Test
  void switchesBetweenOnesOwnSchoolsOnly() throws Exception {
    SchoolId second = signedInAs.newSchool();
    jdbc.sql("update school set name = 'Second School' where id = :id")
        .param("id", second.value())
        .update();
    accounts.grant(admin, Role.GOVERNOR, second);

    mvc.perform(as(get("/")))
        .andExpect(content().string(containsString("Change school")))
        .andExpect(content().string(containsString("value=\"" + second + "\">Second School")));
    Cookie chosen =
        mvc.perform(as(post("/school")).param("school", second.value()))
            .andExpect(redirectedUrl("/"))
            .andReturn()
            .getResponse()
            .getCookie("attendance");

    mvc.perform(as(get("/people")).cookie(chosen)).andExpect(status().isForbidden());
    mvc.perform(as(post("/school")).param("school", signedInAs.newSchool().value()))
        .andExpect(status().isNotFound());
  }

  @Test
  void answersEveryAddressAlikeWhenAPasswordIsForgotten() throws Exception {
    for (String email :
        new String[] {accounts.find(admin).orElseThrow().email(), "nobody@example.org"}) {
      mvc.perform(
              post("/password/forgotten")
                  .with(SecurityMockMvcRequestPostProcessors.csrf())
                  .param("email", email))
          .andExpect(redirectedUrl("/password/asked"));
    }
    mvc.perform(get("/password/forgotten"))
        .andExpect(content().string(containsString("No mail can be sent from here yet")));
  }

  private MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
    return request.with(signedInAs.person(admin));
  }

  private static String linkIn(String page) {
    Matcher link =
        Pattern.compile("http://localhost:\\d+(/password/new\\?token=[\\w-]+)").matcher(page);
    assertThat(link.find()).as("a link on the page").isTrue();
    return link.group(1);
  }
}

package uk.attendance.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Role;

@WebTest
class HeadersWebTest {

  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
              + "font-src 'self'; connect-src 'self'; form-action 'self'; "
              + "frame-ancestors 'none'; base-uri 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin");

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/", "/people", "/no-such-page", "/app.js", "/app.css"})
  void keepEveryAnswerFromBeingUsedAgainstItsReader(String path) throws Exception {
    var answer =
        mvc.perform(get(path).with(signedInAs.role(Role.ADMIN, signedInAs.newSchool())))
            .andReturn()
            .getResponse();

    EVERYWHERE.forEach(
        (name, value) -> assertThat(answer.getHeader(name)).as(name).isEqualTo(value));
    assertThat(answer.getHeader("Permissions-Policy")).contains("camera=()", "geolocation=()");
  }

  @Test
  void nothingOfAPageIsKeptButItsFilesAre() throws Exception {
    mvc.perform(get("/people").with(signedInAs.role(Role.ADMIN, signedInAs.newSchool())))
        .andExpect(header().string("Cache-Control", containsString("no-store")));
    mvc.perform(get("/sign-in"))
        .andExpect(header().string("Cache-Control", containsString("no-store")));
    mvc.perform(get("/app.css"))
        .andExpect(header().string("Cache-Control", "max-age=3600"))
        .andExpect(header().doesNotExist("Set-Cookie"));
  }

  @Test
  void insistOnHttpsWhereThereIsHttps() throws Exception {
    mvc.perform(get("/sign-in").secure(true))
        .andExpect(header().string("Strict-Transport-Security", containsString("max-age=")));
    mvc.perform(get("/sign-in")).andExpect(header().doesNotExist("Strict-Transport-Security"));
  }

  @Test
  void tellTheHealthAndNothingElseOfTheMachine() throws Exception {
    mvc.perform(get("/actuator/health"))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("components"))));
    for (String probe : List.of("/livez", "/readyz", "/actuator/health/readiness")) {
      mvc.perform(get(probe)).andExpect(status().isOk());
    }
    var admin = signedInAs.role(Role.ADMIN, signedInAs.newSchool());
    for (String path :
        List.of(
            "/actuator",
            "/actuator/env",
            "/actuator/beans",
            "/actuator/prometheus",
            "/h2-console")) {
      int answer = mvc.perform(get(path).with(admin)).andReturn().getResponse().getStatus();
      assertThat(answer).as(path).isIn(403, 404);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "403, This page is not part of your role",
    "404, We could not find that page",
    "405, We could not do that",
    "413, That file is too large",
    "500, Something went wrong",
    "503, Something went wrong"
  })
  void anErrorIsASentenceAndTellsNothingElse(int status, String sentence) throws Exception {
    String page =
        mvc.perform(
                get("/error")
                    .accept("text/html")
                    .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
                    .requestAttr(
                        RequestDispatcher.ERROR_EXCEPTION,
                        new IllegalStateException("inside of the machine"))
                    .requestAttr(RequestDispatcher.ERROR_MESSAGE, "inside of the machine"))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(page).contains(sentence).doesNotContain("inside", "Exception", "java.");
  }

  @Test
  void anAddressThatCannotBeOursIsNotFound() throws Exception {
    mvc.perform(get("/people/x").with(signedInAs.role(Role.ADMIN, signedInAs.newSchool())))
        .andExpect(status().isNotFound())
        .andExpect(content().string(containsString("We could not find that page")));
  }

  @Test
  void somebodyWithoutAnyRoleIsToldSo() throws Exception {
    mvc.perform(get("/").with(signedInAs.person(signedInAs.newPerson())))
        .andExpect(status().isForbidden())
        .andExpect(content().string(containsString("You have no school yet")));
  }

  @Test
  void nothingIsInline() throws Exception {
    String page =
        Objects.requireNonNull(
            mvc.perform(get("/people").with(signedInAs.role(Role.ADMIN, signedInAs.newSchool())))
                .andReturn()
                .getResponse()
                .getContentAsString());

    assertThat(page).doesNotContain("<style", " style=", " onclick=").contains("<script type=");
    assertThat(page).doesNotContainPattern("<script(?![^>]*src=)");
  }
}

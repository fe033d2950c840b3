package uk.attendance.school.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.Calendars;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;
import uk.attendance.school.SpecialDay;

@WebTest
class SchoolsWebTest {
  private static final LocalDate FRIDAY = LocalDate.parse("2025-11-14");
  private static final CalendarPlan PLAN =
      new CalendarPlan(
          List.of(
              Period.term("Autumn term", day("2025-09-01"), day("2025-12-19")),
              Period.halfTerm("Autumn 1", day("2025-09-01"), day("2025-10-24")),
              Period.halfTerm("Autumn 2", day("2025-11-03"), day("2025-12-19")),
              Period.term("Summer term", day("2026-04-13"), day("2026-07-21"))),
          List.of(
              SpecialDay.closed(day("2025-11-07"), ClosureKind.INSET_DAY, "Safeguarding training"),
              new SpecialDay(
                  day("2025-12-19"), true, false, ClosureKind.HOLIDAY, "Early closing")));

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Calendars calendars;
  @Autowired ChangingCalendar changing;

  private SchoolId school;
  private RequestPostProcessor admin;

  @BeforeEach
  void aSchoolWithACalendar() {
    school = signedInAs.newSchool();
    changing.setUp(school, PLAN, "Test");
    admin = signedInAs.role(Role.ADMIN, school);
  }

  @Test
  void listsOnlyTheSchoolsOfOnesRoles() throws Exception {
    SchoolId other = signedInAs.newSchool();

    mvc.perform(get("/schools").with(admin))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("/schools/" + school)))
        .andExpect(content().string(containsString("in 2025/26")))
        .andExpect(content().string(not(containsString("/schools/" + other))));
  }

  @Test
  void showsTheCalendarAsPeopleReadIt() throws Exception {
    mvc.perform(page("").with(signedInAs.role(Role.OFFICE, school)))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("Today, Monday 3 November 2025: open"),
                        containsString("September 2025"),
                        containsString("Autumn 2"),
                        containsString(", INSET day"),
                        containsString(", half-term holiday"),
                        containsString(", morning only"),
                        containsString(", today"),
                        containsString("Safeguarding training"),
                        containsString("Early May Bank Holiday"),
                        containsString("Calendar set up"))))
        .andExpect(content().string(not(containsString("Close a day"))))
        .andExpect(content().string(not(containsString("Open again"))));
  }

  @Test
  void saysWhatWouldBeHereWithoutTerms() throws Exception {
    SchoolId empty = signedInAs.newSchool();

    mvc.perform(get("/schools/" + empty).with(signedInAs.role(Role.ADMIN, empty)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("No terms are known yet")));
    mvc.perform(get("/schools").with(signedInAs.role(Role.ADMIN, empty)))
        .andExpect(content().string(containsString("no terms for today")));
  }

  @ParameterizedTest
  @CsvSource({"''", "/close", "/files"})
  void anotherSchoolDoesNotExist(String path) throws Exception {
    SchoolId other = signedInAs.newSchool();

    mvc.perform(get("/schools/" + other + path).with(admin)).andExpect(status().isNotFound());
    mvc.perform(get("/schools/No_Such" + path).with(admin)).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @CsvSource({"/close", "/open-again", "/terms", "/days"})
  void onlyAdministratorsChange(String path) throws Exception {
    mvc.perform(
            post("/schools/" + school + path)
                .param("day", "2025-11-14")
                .with(signedInAs.role(Role.OFFICE, school)))
        .andExpect(status().isForbidden());
  }

  @Test
  void closesADayAfterAPreview() throws Exception {
    String preview =
        mvc.perform(closing().with(admin))
            .andExpect(status().isOk())
            .andExpect(
                content()
                    .string(
                        allOf(
                            containsString("Close Friday 14 November 2025?"),
                            containsString("closed unexpectedly: boiler failed"),
                            containsString("No open deadline moves."))))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(calendars.of(school).isSchoolDay(FRIDAY)).isTrue();

    mvc.perform(closing().param("version", version(preview)).with(admin))
        .andExpect(redirectedUrl("/schools/" + school));

    assertThat(calendars.of(school).isSchoolDay(FRIDAY)).isFalse();
    mvc.perform(page("").with(admin))
        .andExpect(
            content()
                .string(
                    containsString(
                        "Closed Friday 14 November 2025, unexpected closure: boiler failed")))
        .andExpect(content().string(containsString("Sam Example, Clerk · 3 November 2025, 09:30")));
  }

  @Test
  void asksAgainWhenSomebodyElseChangedTheCalendarMeanwhile() throws Exception {
    String seen = version(body(mvc.perform(closing().with(admin))));
    changing.change(
        school,
        CalendarEdit.asInTerms(day("2025-11-07")),
        Long.parseLong(seen),
        "Somebody, Deputy head");

    mvc.perform(closing().param("version", seen).with(admin))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Somebody else changed this calendar")));

    assertThat(calendars.of(school).isSchoolDay(FRIDAY)).isTrue();
  }

  @Test
  void opensADayAgain() throws Exception {
    MockHttpServletRequestBuilder open = post(address("/open-again")).param("day", "2025-11-07");
    String preview =
        body(
            mvc.perform(open.with(admin)).andExpect(content().string(containsString("INSET day"))));

    mvc.perform(open.param("version", version(preview)).with(admin))
        .andExpect(redirectedUrl("/schools/" + school));

    assertThat(calendars.of(school).isSchoolDay(day("2025-11-07"))).isTrue();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource({
    "'', AM, boiler, Choose the day",
    "soon, AM, boiler, ‘soon’ is not a day",
    "2025-11-14, '', boiler, 'Choose morning, afternoon or both'",
    "2025-11-14, AM, '', Give the reason",
    "2025-11-07, AM, boiler, There is nothing to close: Friday 7 November 2025 is closed: INSET day",
    "2025-11-15, AM, boiler, There is nothing to close: Saturday 15 November 2025 is closed: weekend",
    "2028-11-15, AM, boiler, Wednesday 15 November 2028 lies in no school year"
  })
  void saysWhatIsMissingToCloseADay(String day, String session, String reason, String problem)
      throws Exception {
    MockHttpServletRequestBuilder post =
        post(address("/close"))
            .param("day", day)
            .param("kind", "UNEXPECTED_CLOSURE")
            .param("reason", reason);
    if (!session.isEmpty()) {
      post.param("session", session);
    }

    mvc.perform(post.with(admin))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("There is a problem")))
        .andExpect(content().string(containsString(problem)));
  }

  @Test
  void bringsInTermsAfterAPreviewThatListsRefusedRows() throws Exception {
    String file =
        "name,from,to\nAutumn term,2026-09-01,2026-12-18\nOctober,26/10/2026,30/10/2026\nx,y,z\n";
    String preview =
        body(
            mvc.perform(upload("/terms", file).with(admin))
                .andExpect(
                    content()
                        .string(
                            allOf(
                                containsString(
                                    "<td class=\"govuk-table__cell govuk-table__cell--numeric\">4</td>"),
                                containsString("‘y’ is not a date"),
                                containsString("Yes, use the rest"),
                                containsString("Tuesday 1 September 2026"))))
                .andExpect(status().isOk()));

    mvc.perform(
            post(address("/terms"))
                .param("rows", hidden(preview, "rows"))
                .param("version", version(preview))
                .with(admin))
        .andExpect(redirectedUrl("/schools/" + school));

    assertThat(calendars.of(school).isOpen(day("2026-09-01"), Session.AM)).isTrue();
    assertThat(calendars.of(school).isOpen(day("2026-10-26"), Session.AM)).isFalse();
    assertThat(calendars.of(school).isSchoolDay(FRIDAY)).isTrue();
    mvc.perform(upload("/terms", file).with(admin))
        .andExpect(
            content().string(containsString("None: the calendar says all of this already.")));
    mvc.perform(page("?year=2026/27").with(admin))
        .andExpect(content().string(containsString("Autumn term, second half")));
  }

  @Test
  void bringsInDays() throws Exception {
    String file = "date,am,pm,reason\n14/11/2025,closed,open,Heating failed\n";
    String preview = body(mvc.perform(upload("/days", file).with(admin)));

    mvc.perform(
            post(address("/days"))
                .param("rows", hidden(preview, "rows"))
                .param("version", version(preview))
                .with(admin))
        .andExpect(redirectedUrl("/schools/" + school));

    assertThat(calendars.of(school).isOpen(FRIDAY, Session.AM)).isFalse();
    assertThat(calendars.of(school).isOpen(FRIDAY, Session.PM)).isTrue();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "/terms, '', Choose a file that is not empty.",
    "/terms, 'a,b', 'The file has no column name, from, to. Its columns are: a, b.'",
    "/terms, 'name,from,to', No row of the file could be taken",
    "/terms, 'name,from,to\nFar,2029-09-01,2029-12-18', 'With this file, a school year is missing'",
    "/days, '', Choose a file that is not empty.",
    "/days, 'date,am,pm,reason', No row of the file could be taken",
    "/days, 'date,am,pm,reason\n2031-01-01,closed,closed,x', lies in no school year"
  })
  void saysWhyAFileCannotBeTaken(String path, String text, String problem) throws Exception {
    mvc.perform(upload(path, text).with(admin))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Nothing was changed")))
        .andExpect(content().string(containsString(problem)));

    assertThat(calendars.of(school).plan()).isEqualTo(PLAN);
  }

  private MockHttpServletRequestBuilder closing() {
    return post(address("/close"))
        .param("day", "2025-11-14")
        .param("session", "AM", "PM")
        .param("kind", "UNEXPECTED_CLOSURE")
        .param("reason", "boiler failed");
  }

  private MockHttpServletRequestBuilder upload(String path, String text) {
    return multipart(address(path))
        .file(
            new MockMultipartFile(
                "file", "file.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
  }

  private MockHttpServletRequestBuilder page(String query) {
    return get(address(query));
  }

  private String address(String path) {
    return "/schools/" + school + path;
  }

  private static String body(ResultActions result) throws Exception {
    return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  private static String version(String page) {
    return hidden(page, "version");
  }

  private static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(field.find()).as("hidden field %s of %s", name, page).isTrue();
    return field.group(1).replace("&quot;", "\"");
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}

package uk.attendance.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;

@WebTest
class CasePagesWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired JdbcClient jdbc;
  @Autowired RunningCases running;
  @Autowired Holds holds;
  @Autowired PolicyPacks packs;
  @Autowired ChangingCalendar calendar;

  private SchoolId school;
  private PupilId pupil;
  private CaseId file;

  @BeforeEach
  void anOpenCase() {
    school = signedInAs.newSchool();
    calendar.setUp(
        school,
        new CalendarPlan(
            List.of(
                Period.term(
                    "Autumn term", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"))),
            List.of()),
        "Sam Example");
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, '1001', 'Robin', 'Example', date '2015-05-01', '5', date '2024-09-02')
            """)
        .param("school", school.value())
        .update();
    pupil =
        new PupilId(
            jdbc.sql("select id from pupil where school_id = :school")
                .param("school", school.value())
                .query(Long.class)
                .single());
    file =
        running
            .open(
                new Opening(
                    "example-visit",
                    "unexplained",
                    school,
                    pupil,
                    packs.pack("national").version(),
                    LocalDate.parse("2025-11-03"),
                    Map.of("visitDue", Date.from(Instant.parse("2025-11-06T00:00:00Z"))),
                    Why.of(new RuleId("NF-F1"), "A visit was asked for")),
                new Actor(null, "Pat Clerk", "School secretary"))
            .orElseThrow();
  }

  private MockHttpServletResponse page(String address, RequestPostProcessor who) throws Exception {
    return mvc.perform(get(address).with(who)).andReturn().getResponse();
  }

  private String text(String address, RequestPostProcessor who) throws Exception {
    MockHttpServletResponse answer = page(address, who);
    assertThat(answer.getStatus()).isEqualTo(200);
    return answer.getContentAsString().replaceAll("(?s)<[^>]+>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void tellsWhatHappenedWhyAndWhatIsDue() throws Exception {
    String page = text("/cases/" + file, signedInAs.role(Role.OFFICE, school));

    assertThat(page)
        .contains("Example visit")
        .contains("A visit was asked for NF-F1")
        .contains("Task opened by Attendance, the program Monday 3 November 2025, 09:30 Visit home")
        .contains("Case opened by Pat Clerk, School secretary")
        .contains("Visit home 2 school days left")
        .contains("Wednesday 5 November 2025")
        .contains("Visit home Monday 3 November 2025, 09:30 1 stands here");
    assertThat(page("/cases/" + file, signedInAs.role(Role.OFFICE, school)).getContentAsString())
        .contains("data-passed=\"to-visit visit-asked-for\"")
        .contains("data-here=\"visit-home\"")
        .contains("href=\"/policy/national\"");
  }

  @Test
  void givesTheViewerTheDiagramTheCaseRunsBy() throws Exception {
    MockHttpServletResponse diagram =
        page("/cases/" + file + "/diagram", signedInAs.role(Role.MANAGER, school));

    assertThat(diagram.getContentType()).startsWith("application/xml");
    assertThat(diagram.getContentAsString()).contains("id=\"visit-home\"");
  }

  @Test
  void showsNothingToPeopleOfAnotherSchool() throws Exception {
    RequestPostProcessor stranger = signedInAs.role(Role.DSL, signedInAs.newSchool());

    assertThat(page("/cases/" + file, stranger).getStatus()).isEqualTo(404);
    assertThat(page("/cases/" + file + "/diagram", stranger).getStatus()).isEqualTo(404);
    assertThat(page("/pupils/" + pupil + "/cases", stranger).getStatus()).isEqualTo(404);
  }

  @Test
  void listsAPupilsCasesAndSaysHowManyAreOpen() throws Exception {
    String page =
        text("/pupils/" + pupil + "/cases", signedInAs.role(Role.ATTENDANCE_LEAD, school));

    assertThat(page)
        .contains("Cases (1 open)")
        .contains("Example visit unexplained Monday 3 November 2025, 09:30 open")
        .doesNotContain("Put on hold");
  }

  @Test
  void listsTheCasesOfASchoolPageByPage() throws Exception {
    RequestPostProcessor office = signedInAs.role(Role.OFFICE, school);
    for (int i = 0; i < 51; i++) {
      closedCase();
    }

    assertThat(text("/cases", office))
        .contains("Open cases")
        .contains("Robin Example Example visit of Robin Example")
        .doesNotContain("Next page");
    String closed = page("/cases?state=closed", office).getContentAsString();
    assertThat(closed.split("Child seen and well", -1)).hasSize(51);
    assertThat(closed).contains("Next page");
    String next = closed.replaceAll("(?s).*href=\"(/cases\\?[^\"]*)\".*", "$1");
    assertThat(page(next.replace("&amp;", "&"), office).getContentAsString())
        .contains("Child seen and well")
        .doesNotContain("Next page");
    assertThat(text("/cases?process=hand-over", office)).contains("None is open");
  }

  private void closedCase() {
    jdbc.sql(
            """
            insert into case_file (process, cause, business_key, school_id, pupil_id, policy_pack,
              policy_version, started_on, opened_at, instance_id, closed_at, outcome, head)
            select process, cause, business_key, school_id, pupil_id, policy_pack, policy_version, started_on,
              opened_at, 'none', opened_at, 'Child seen and well', :head
            from case_file where id = :id
            """)
        .param("id", file.value())
        .param("head", "0".repeat(64))
        .update();
  }

  @Test
  void aHoldIsPlacedWithItsReasonAndReadOnlyByThoseWhoMay() throws Exception {
    RequestPostProcessor lead = signedInAs.role(Role.DSL, school);
    RequestPostProcessor office = signedInAs.role(Role.OFFICE, school);
    mvc.perform(
        post("/pupils/" + pupil + "/hold")
            .param("reason", "Police ask us to wait")
            .param("review", "2025-11-10")
            .with(lead));

    assertThat(holds.isHeld(pupil)).isTrue();
    assertThat(text("/cases/" + file, office))
        .contains(Hold.SENTENCE)
        .contains("on hold: speak to the safeguarding lead")
        .doesNotContain("Visit home")
        .doesNotContain("Police");
    assertThat(text("/pupils/" + pupil + "/cases", office))
        .contains(Hold.SENTENCE)
        .doesNotContain("Example visit")
        .doesNotContain("Police");
    assertThat(page("/cases/" + file + "/diagram", office).getStatus()).isEqualTo(404);
    for (RequestPostProcessor reader : List.of(lead, signedInAs.role(Role.HEADTEACHER, school))) {
      assertThat(text("/cases/" + file, reader)).contains("Visit home");
      assertThat(text("/pupils/" + pupil + "/cases", reader))
          .contains("Police ask us to wait")
          .contains("To be looked at again on Monday 10 November 2025");
    }

    mvc.perform(post("/pupils/" + pupil + "/release").with(lead));

    assertThat(holds.isHeld(pupil)).isFalse();
    assertThat(text("/cases/" + file, office)).contains("Visit home").contains("Hold released");
  }

  @Test
  void aHoldNeedsAReasonAndADayToLookAgain() throws Exception {
    RequestPostProcessor lead = signedInAs.role(Role.DSL, school);
    for (String[] row :
        new String[][] {
          {" ", "2025-11-10", "Give the reason for the hold"},
          {"Police", "", "Choose the day on which you look at it again"},
          {"Police", "soon", "‘soon’ is not a day"},
          {"Police", "2025-11-02", "must not be past"},
          {"x".repeat(1001), "2025-11-10", "1000 characters or fewer"}
        }) {
      String page =
          mvc.perform(
                  post("/pupils/" + pupil + "/hold")
                      .param("reason", row[0])
                      .param("review", row[1])
                      .with(lead))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(page).contains("There is a problem").contains(row[2]);
    }
    assertThat(holds.isHeld(pupil)).isFalse();
  }

  @Test
  void nobodyButTheSafeguardingLeadHoldsOrReleases() throws Exception {
    for (Role role : List.of(Role.HEADTEACHER, Role.OFFICE, Role.MANAGER)) {
      assertThat(
              mvc.perform(
                      post("/pupils/" + pupil + "/hold")
                          .param("reason", "x")
                          .param("review", "2025-11-10")
                          .with(signedInAs.role(role, school)))
                  .andReturn()
                  .getResponse()
                  .getStatus())
          .isEqualTo(403);
    }
    assertThat(holds.isHeld(pupil)).isFalse();
  }
}

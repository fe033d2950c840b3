package uk.attendance.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.register.Author;
import uk.attendance.register.ImportingMarks;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;

/** It is 09:30 on Monday 3 November 2025. */
@WebTest
class RegistersWebTest {

  private static final String HEADER = "admission_no,date,session,code";

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired ChangingCalendar changing;
  @Autowired ImportingMarks importing;
  @Autowired JdbcClient jdbc;

  private SchoolId school;
  private RequestPostProcessor office;
  private long pupil;

  @BeforeEach
  void aSchoolWithTwoPupils() {
    school = signedInAs.newSchool();
    changing.setUp(
        school,
        new CalendarPlan(
            List.of(
                Period.term(
                    "Autumn", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"))),
            List.of()),
        "Test");
    office = signedInAs.role(Role.OFFICE, school);
    jdbc.sql("insert into school_class (school_id, name) values (:school, '5A')")
        .param("school", school.value())
        .update();
    pupil = pupil("100", "Ayla");
    pupil("200", "Ben");
  }

  private long pupil(String number, String name) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group,
              class_id, entry_date)
            select :school, :number, :name, 'Example', date '2015-05-01', '5', id, date '2024-09-02'
            from school_class where school_id = :school
            """)
        .param("school", school.value())
        .param("number", number)
        .param("name", name)
        .update();
    return jdbc.sql("select id from pupil where school_id = :school and admission_no = :number")
        .param("school", school.value())
        .param("number", number)
        .query(Long.class)
        .single();
  }

  private String upload(String... lines) throws Exception {
    String address =
        mvc.perform(
                multipart("/registers")
                    .file(
                        new MockMultipartFile(
                            "file",
                            "attendance.csv",
                            "text/csv",
                            String.join("\n", lines).getBytes(StandardCharsets.UTF_8)))
                    .with(office))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(address).startsWith("/registers/");
    return String.valueOf(address);
  }

  private void assertShows(String address, String... words) throws Exception {
    for (String one : words) {
      mvc.perform(get(address).with(office))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString(one)));
    }
  }

  private void assertHides(String address, String words) throws Exception {
    mvc.perform(get(address).with(office)).andExpect(content().string(not(containsString(words))));
  }

  @Test
  void saysWhatWouldBeHereWhereNothingIs() throws Exception {
    assertShows(
        "/registers",
        "None has been brought in for this school yet.",
        "5A, morning",
        "no register: 2 pupils without a mark");
  }

  @Test
  void aFileAndOneButtonLeadToThePreviewAndOneMoreBringsItIn() throws Exception {
    String file = upload(HEADER, "100,2025-11-03,AM,/", "200,2025-11-03,AM,N");
    assertShows(file, "Bring in 2 marks", "Ayla Example", "Monday 3 November 2025, morning");
    assertShows("/registers", "A file waits for your yes");

    mvc.perform(post(file + "/bring-in").with(office)).andExpect(redirectedUrl(file));

    assertShows(file, "brought in", "Sam Example, Clerk");
    assertShows("/registers", "2 new", "None: every pupil has a mark in each register");
    assertHides("/registers", "A file waits for your yes");
  }

  @Test
  void theSameFileAgainSaysSo() throws Exception {
    String[] lines = {HEADER, "100,2025-11-03,AM,/"};
    mvc.perform(post(upload(lines) + "/bring-in").with(office));

    String again = upload(lines);

    assertShows(
        again,
        "This is the same file that Sam Example brought in on Monday 3 November 2025, 09:30.",
        "There is nothing to bring in.");
    assertHides(again, "Bring in ");
  }

  @Test
  void aFileOfWhichNothingCouldBeTakenIsNotCalledBroughtIn() throws Exception {
    String lines = HEADER + "\n998,2025-11-03,AM,/\n999,2025-11-03,AM,/\n";
    String file =
        "/registers/"
            + importing
                .bringIn(
                    school,
                    "attendance.csv",
                    () -> new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                    Instant.parse("2025-11-03T09:20:00Z"),
                    Author.WATCHED_FOLDER,
                    false)
                .id();

    assertShows("/registers", ">not brought in<", "all 2 rejected");
    assertShows(file, ">not brought in<", "not one of its marks could be taken", "“999”");
    assertHides(file, "Brought in on");
    assertHides(file, "The register said all of this already");

    String again = upload(lines.split("\n"));
    assertShows(again, "Not one row of this file can be brought in.");
    assertHides(again, "This is the same file");
  }

  @Test
  void rejectedRowsAreListedAndComeBackInTheSameLayout() throws Exception {
    String file =
        upload(
            "admission_no,date,session,code,comment",
            "100,2025-11-03,AM,/,",
            "999,2025-11-03,AM,/,\"a, \"\"b\"\"\"");
    assertShows(file, "No pupil of this school has admission number “999”.");

    mvc.perform(get(file + "/rejects.csv").with(office))
        .andExpect(
            content()
                .string(
                    "\uFEFFadmission_no,date,session,code,comment,reason\r\n"
                        + "999,2025-11-03,AM,/,\"a, \"\"b\"\"\",No pupil of this school has admission number “999”.\r\n"));
    String corrected =
        upload(
            "\uFEFFadmission_no,date,session,code,comment,reason",
            "200,2025-11-03,AM,/,\"a, \"\"b\"\"\",No pupil");
    assertShows(corrected, "Bring in 1 mark");
  }

  @Test
  void aFileWithOtherColumnNamesAsksOnceWhichIsWhich() throws Exception {
    String file = upload("Adno,Day,Sess,Mark", "100,03/11/2025,AM,I01");
    assertShows(file, "Nothing was changed.", "Say which column is which");
    String columns = "/registers/columns?file=" + file.substring(file.lastIndexOf('/') + 1);
    assertShows(columns, "Adno, Day, Sess, Mark");

    mvc.perform(
            post("/registers/columns")
                .param("file", file.substring(file.lastIndexOf('/') + 1))
                .param("admission_no", "Adno")
                .param("date", "Day")
                .param("session", "Sess")
                .param("code", "Mark")
                .param("theirs", "I01", "", "")
                .param("ours", "I", "", "")
                .with(office))
        .andExpect(redirectedUrl(file));

    assertShows(file, "Bring in 1 mark");
    assertShows("/registers/columns", "value=\"Adno\"", "value=\"I01\"");
    mvc.perform(post("/registers/columns").param("theirs", "I02").param("ours", "XX").with(office))
        .andExpect(content().string(containsString("“XX” is no register code")));
  }

  @Test
  void aStoppedFileShowsTheFiguresAndAsks() throws Exception {
    for (int i = 0; i < 18; i++) {
      pupil("p" + i, "P" + i);
    }
    String[] lines = new String[7];
    lines[0] = HEADER;
    for (int i = 0; i < 6; i++) {
      lines[i + 1] = "p" + i + ",2025-11-03,AM,N";
    }
    String file = upload(lines);
    assertShows(
        file,
        "for 6 of 20 families on one day",
        "Yes, bring in even so",
        "stopped, waiting for a yes");

    mvc.perform(post(file + "/bring-in").with(office));
    assertShows(file, "Yes, bring in even so");
    mvc.perform(post(file + "/bring-in").param("evenSo", "true").with(office));
    assertShows(file, "brought in");
  }

  @Test
  void aFileCanBePutAside() throws Exception {
    String file = upload(HEADER, "100,2025-11-03,AM,/");

    mvc.perform(post(file + "/discard").with(office)).andExpect(redirectedUrl(file));

    assertShows(file, "This file was put aside. Nothing was changed.");
  }

  @Test
  void asksForTheFileAndForAReadableTime() throws Exception {
    mvc.perform(multipart("/registers").with(office))
        .andExpect(content().string(containsString("Choose the register file.")))
        .andExpect(content().string(containsString("<title>Error: Registers")));
    mvc.perform(
            multipart("/registers")
                .file(new MockMultipartFile("file", "a.csv", "text/csv", new byte[] {65}))
                .param("day", "3/11/2025")
                .param("time", "11:00")
                .with(office))
        .andExpect(content().string(containsString("The export lies in the future.")));
  }

  @Test
  void anotherSchoolsFileIsNotFound() throws Exception {
    String file = upload(HEADER, "100,2025-11-03,AM,/");
    RequestPostProcessor other = signedInAs.role(Role.OFFICE, signedInAs.newSchool());

    for (String path : List.of("", "/rejects.csv")) {
      mvc.perform(get(file + path).with(other)).andExpect(status().isNotFound());
    }
    for (String path : List.of("/bring-in", "/discard", "/read-again")) {
      mvc.perform(post(file + path).with(other)).andExpect(status().isNotFound());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"TEACHER", "GOVERNOR", "APPEALS_CLERK", "ADMIN"})
  void isNotForRolesThatDoNotWorkWithRegisters(Role role) throws Exception {
    mvc.perform(get("/registers").with(signedInAs.role(role, school)))
        .andExpect(status().isForbidden());
  }

  @Test
  void aManagerLooksAndDoesNotBringIn() throws Exception {
    String file = upload(HEADER, "100,2025-11-03,AM,/");
    RequestPostProcessor manager = signedInAs.role(Role.MANAGER, school);

    mvc.perform(get(file).with(manager))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("Bring in 1"))));
    mvc.perform(post(file + "/bring-in").with(manager)).andExpect(status().isForbidden());
  }

  @Test
  void aMarkIsCorrectedWithItsReason() throws Exception {
    String file = upload(HEADER, "100,2025-11-03,AM,N");
    mvc.perform(post(file + "/bring-in").with(office));
    String mark = "/pupils/" + pupil + "/marks/2025-11-03/AM";
    assertShows(mark, "Correct the mark for the morning of Monday 3 November 2025", "I  Illness");

    assertShows(mark, "action=\"" + mark + "\"");
    assertHides(mark, ">Done<");
    assertForm(mark, "I", "", containsString("Say why the mark is changed"));
    assertForm(mark, "", "x", containsString("Choose the code"));
    mvc.perform(post(mark).param("code", "I").param("reason", "Mother rang: flu").with(office))
        .andExpect(redirectedUrl("/pupils/" + pupil))
        .andExpect(flash().attributeExists("notice"));

    assertShows(mark, "N → I", "Mother rang: flu", "Sam Example, Clerk", "decided here");
  }

  private void assertForm(String mark, String code, String reason, Matcher<String> says)
      throws Exception {
    mvc.perform(post(mark).param("code", code).param("reason", reason).with(office))
        .andExpect(status().isOk())
        .andExpect(content().string(says));
  }

  @Test
  void anAbsenceIsPlannedAndWithdrawn() throws Exception {
    String plans = "/pupils/" + pupil + "/planned-marks";
    assertShows(plans + "/new", "None is planned.", "value=\"3/11/2025\"", "M  Medical");
    assertHides(plans + "/new", ">Done<");

    mvc.perform(post(plans).param("first", "x").with(office))
        .andExpect(content().string(containsString("Give the first day")));
    mvc.perform(
            post(plans)
                .param("first", "5/11/2025")
                .param("sessions", "PM")
                .param("code", "M")
                .param("reason", "dentist")
                .with(office))
        .andExpect(redirectedUrl("/pupils/" + pupil));
    assertShows(plans + "/new", "Wednesday 5 November 2025, afternoon: M", "dentist");

    mvc.perform(
        post(plans + "/withdraw").param("day", "2025-11-05").param("half", "PM").with(office));
    assertShows(plans + "/new", "None is planned.");
  }

  @Test
  void whoMayNotEnterMarksIsToldSo() throws Exception {
    String mark = "/pupils/" + pupil + "/marks/2025-11-03/AM";
    for (Role role : List.of(Role.MANAGER)) {
      mvc.perform(get(mark).with(signedInAs.role(role, school))).andExpect(status().isForbidden());
    }
    RequestPostProcessor elsewhere = signedInAs.role(Role.OFFICE, signedInAs.newSchool());
    mvc.perform(get(mark).with(elsewhere)).andExpect(status().isNotFound());
    mvc.perform(get("/pupils/" + pupil + "/planned-marks/new").with(elsewhere))
        .andExpect(status().isNotFound());
  }
}

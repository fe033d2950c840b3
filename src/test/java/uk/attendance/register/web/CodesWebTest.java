package uk.attendance.register.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;

/** It is 09:30 on Monday 3 November 2025. */
@WebTest
class CodesWebTest {

  private static final String HEADER =
      "\uFEFFadmission_no,upn,last_name,first_name,class,date,session,code,minutes_late\r\n";

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired ChangingCalendar changing;
  @Autowired JdbcClient jdbc;

  private SchoolId school;
  private RequestPostProcessor office;
  private long pupil;

  @BeforeEach
  void aPupil() {
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
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, '100', '=Ada', 'O''Kafor, Lee', date '2015-05-01', '5', date '2024-09-02')
            """)
        .param("school", school.value())
        .update();
    pupil =
        jdbc.sql("select id from pupil where school_id = :school")
            .param("school", school.value())
            .query(Long.class)
            .single();
  }

  private void settle(String code, String minutes) throws Exception {
    mvc.perform(
            post("/pupils/" + pupil + "/marks/2025-11-03/AM")
                .param("code", code)
                .param("minutesLate", minutes)
                .param("reason", "Mother rang")
                .with(office))
        .andExpect(status().is3xxRedirection());
  }

  private void bringIn(String code) throws Exception {
    String address =
        mvc.perform(
                multipart("/registers")
                    .file(
                        new MockMultipartFile(
                            "file",
                            "attendance.csv",
                            "text/csv",
                            ("admission_no,date,session,code\n100,2025-11-03,AM," + code)
                                .getBytes(StandardCharsets.UTF_8)))
                    .with(office))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    mvc.perform(post(address + "/bring-in").with(office));
  }

  @Test
  void saysWhatWouldBeHereWhereNothingIs() throws Exception {
    mvc.perform(get("/registers/codes").with(office))
        .andExpect(content().string(containsString("Nothing is to be entered.")));
    mvc.perform(get("/registers/codes.csv").with(office))
        .andExpect(content().string(HEADER))
        .andExpect(header().string("Content-Disposition", containsString("codes-2025-11-03.csv")));
  }

  @Test
  void whatWasDecidedHereIsListedUntilAFileShowsIt() throws Exception {
    settle("L", "12");

    mvc.perform(get("/registers/codes").with(office))
        .andExpect(content().string(containsString("1 code to enter.")))
        .andExpect(content().string(containsString("Monday 3 November 2025")));
    mvc.perform(get("/registers/codes.csv").with(office))
        .andExpect(
            content().string(HEADER + "100,,\"O'Kafor, Lee\",'=Ada,,2025-11-03,AM,L,12\r\n"));
    bringIn("L");
    mvc.perform(get("/registers/codes").with(office))
        .andExpect(content().string(containsString("Nothing is to be entered.")));
  }

  @Test
  void anotherCodeInAFileIsShownAsAConflict() throws Exception {
    settle("I", "");
    bringIn("O");

    mvc.perform(get("/registers/codes").with(office))
        .andExpect(content().string(containsString("The file’s, which stands")))
        .andExpect(content().string(not(containsString("to enter."))));
  }
}

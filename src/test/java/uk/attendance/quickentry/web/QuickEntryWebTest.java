package uk.attendance.quickentry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.StandingClock;
import uk.attendance.WebTest;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;

/** It is 09:30 on Monday 3 November 2025. */
@WebTest
class QuickEntryWebTest {

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired ChangingCalendar changing;
  @Autowired JdbcClient jdbc;
  @Autowired StandingClock clock;
  @Autowired EntriesOfTask ofTask;

  private SchoolId school;
  private RequestPostProcessor office;
  private long ada;
  private long ben;
  private long mother;
  private long father;
  private long brother;

  @BeforeEach
  void aFamily() {
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
    jdbc.sql("insert into school_class (school_id, name) values (:school, 'Oak')")
        .param("school", school.value())
        .update();
    ada = pupil("100", "Ada", "Okafor");
    ben = pupil("200", "Ben", "Okafor");
    pupil("300", "Cleo", "Lowe");
    mother = contact("c1", "Grace", "mother", true, false, ada, ben);
    father = contact("c2", "Emeka", "father", true, true, ada);
    brother = contact("c3", "Tom", "brother", false, false, ada);
  }

  private long pupil(String number, String first, String last) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group,
              class_id, entry_date, family)
            select :school, :number, :first, :last, date '2015-05-01', '5', id, date '2024-09-02', :last
            from school_class where school_id = :school
            """)
        .param("school", school.value())
        .param("number", number)
        .param("first", first)
        .param("last", last)
        .update();
    return id("select id from pupil where school_id = :school and admission_no = :it", number);
  }

  private long contact(
      String external, String name, String what, boolean parent, boolean barred, long... of) {
    jdbc.sql(
            "insert into contact (school_id, contact_id, first_name, last_name, phone)"
                + " values (:school, :it, :name, 'Okafor', '07700 900141')")
        .param("school", school.value())
        .param("it", external)
        .param("name", name)
        .update();
    long contact =
        id("select id from contact where school_id = :school and contact_id = :it", external);
    for (long pupil : of) {
      jdbc.sql(
              "insert into pupil_contact values (:pupil, :contact, :what, 1, :parent, :parent, :barred)")
          .params(
              Map.of(
                  "pupil", pupil, "contact", contact, "what", what, "parent", parent, "barred",
                  barred))
          .update();
    }
    return contact;
  }

  private long id(String sql, String it) {
    return jdbc.sql(sql).param("school", school.value()).param("it", it).query(Long.class).single();
  }

  private void pack(String pack) {
    jdbc.sql("update school set pack = :pack where id = :school")
        .param("pack", pack)
        .param("school", school.value())
        .update();
  }

  private String page(MockHttpServletRequestBuilder asked) throws Exception {
    return mvc.perform(asked.with(office))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static MockHttpServletRequestBuilder press(String form, Object... fields) {
    MockHttpServletRequestBuilder press =
        post("/quick-entry/" + form).param("token", UUID.randomUUID().toString());
    for (int i = 0; i < fields.length; i += 2) {
      press.param(String.valueOf(fields[i]), String.valueOf(fields[i + 1]));
    }
    return press;
  }

  /** The page that shows what was recorded. */
  private String recorded(MockHttpServletRequestBuilder press) throws Exception {
    String address =
        mvc.perform(press.with(office))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    assertThat(address).startsWith("/entries/");
    return page(get(String.valueOf(address)));
  }

  private String code(long pupil, String day, String session) {
    return jdbc.sql(
            "select code from mark where pupil_id = :pupil and marked_on = :day and session = :session")
        .param("pupil", pupil)
        .param("day", LocalDate.parse(day))
        .param("session", session)
        .query(String.class)
        .optional()
        .orElse("none");
  }

  private int plans(long pupil) {
    return jdbc.sql("select count(*) from planned_mark where pupil_id = :pupil")
        .param("pupil", pupil)
        .query(Integer.class)
        .single();
  }

  private int entries() {
    return jdbc.sql("select count(*) from quick_entry where school_id = :school")
        .param("school", school.value())
        .query(Integer.class)
        .single();
  }

  private void mark(long pupil, String session, String code) {
    jdbc.sql(
            "insert into mark (pupil_id, marked_on, session, school_id, code, decided_here, marked_at)"
                + " values (:pupil, date '2025-11-03', :session, :school, :code, false,"
                + " timestamp with time zone '2025-11-03 09:20:00+00')")
        .params(Map.of("pupil", pupil, "session", session, "school", school.value(), "code", code))
        .update();
  }

  private MockHttpServletRequestBuilder report(Object... more) {
    MockHttpServletRequestBuilder press =
        press(
            "record-report",
            "pupil",
            ada,
            "contact",
            mother,
            "way",
            "CALL",
            "told",
            "8:40",
            "first",
            "3/11/2025",
            "sessions",
            "AM",
            "sessions",
            "PM",
            "reason",
            "ILLNESS",
            "words",
            "Tummy bug");
    for (int i = 0; i < more.length; i += 2) {
      press.param(String.valueOf(more[i]), String.valueOf(more[i + 1]));
    }
    return press;
  }

  @Test
  void everyFormOpensAndSaysWhatItIsFor() throws Exception {
    assertThat(page(get("/quick-entry"))).contains("Absence reported", "None waits.");
    for (String form :
        List.of(
            "record-report",
            "late-arrival",
            "record-appointment",
            "sent-home-ill",
            "incoming-message")) {
      assertThat(page(get("/quick-entry/" + form)))
          .contains("name=\"token\"", "name=\"q\"", "Nothing was so far.");
      assertThat(page(get("/quick-entry/" + form).param("pupil", "" + ada)))
          .contains("Ada Okafor", "Today: morning not marked yet, afternoon not marked yet");
    }
    mvc.perform(get("/quick-entry/no-such-form").with(office)).andExpect(status().isNotFound());
  }

  @Test
  void theFirstLettersFindAPupilAndOneFoundIsChosen() throws Exception {
    assertThat(page(get("/quick-entry/pupils").param("q", "oka")))
        .contains("Ada Okafor", "Ben Okafor", "2 pupils found", "name=\"choose\"")
        .doesNotContain("<html", "Cleo");
    assertThat(page(get("/quick-entry/pupils").param("q", "zz"))).contains("No pupil on roll");
    assertThat(page(press("late-arrival", "q", "okafor", "find", "yes", "words", "Bus broke")))
        .contains("Ada Okafor", "Ben Okafor", "Bus broke")
        .doesNotContain("There is a problem");
    assertThat(page(press("late-arrival", "q", "cleo", "find", "yes", "words", "Bus broke")))
        .contains(
            "value=\""
                + id("select id from pupil where school_id = :school and admission_no = :it", "300")
                + "\"")
        .contains("Another pupil", "Bus broke");
    assertThat(page(press("late-arrival", "pupil", ada, "choose", 0, "words", "Bus broke")))
        .contains("name=\"q\"", "Bus broke");
    assertThat(entries()).isZero();
  }

  @Test
  void aReportBeforeTheFileIsTakenWhenItComesAndOneAfterItSettlesAtOnce() throws Exception {
    mark(ada, "AM", "N");

    String page = recorded(report());

    assertThat(page)
        .contains("Recorded", "Ada Okafor", "Grace Okafor, mother", "Telephone call, 08:40")
        .contains("Code I: now in the register for 1 session; 1 session takes it when")
        .contains("NF-M2: Illness is coded I.");
    assertThat(code(ada, "2025-11-03", "AM")).isEqualTo("I");
    assertThat(plans(ada)).isEqualTo(1);
  }

  @Test
  void oneTickReportsABrotherToo() throws Exception {
    assertThat(recorded(report("siblings", ben))).contains("Ada Okafor", "Ben Okafor");

    assertThat(plans(ada)).isEqualTo(2);
    assertThat(plans(ben)).isEqualTo(2);
    assertThat(entries()).isEqualTo(1);
    assertThat(page(get("/pupils/" + ben + "/entries"))).contains("Absence reported", "Tummy bug");
  }

  @Test
  void severalDaysLeaveTheWeekendOut() throws Exception {
    recorded(report("last", "10/11/2025", "back", "11/11/2025"));

    assertThat(plans(ada)).isEqualTo(12);
    assertThat(
            jdbc.sql(
                    "select count(*) from planned_mark where pupil_id = :pupil and planned_on in (date '2025-11-08', date '2025-11-09')")
                .param("pupil", ada)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void theExpectedReturnCoversTheDaysBeforeItWhereThePolicyIsContentWithThat() throws Exception {
    recorded(report("back", "6/11/2025"));
    assertThat(plans(ada)).isEqualTo(6);

    pack("st-vincent");
    recorded(report("pupil", ben, "contact", mother, "back", "6/11/2025", "siblings", ben));
    assertThat(plans(ben)).isEqualTo(2);
  }

  @Test
  void aReasonOnTheAnsweringMachineIsNoCodeWhereThePolicySaysSo() throws Exception {
    pack("st-vincent");
    mark(ada, "AM", "N");

    String page =
        recorded(
            press(
                "record-report",
                "pupil",
                ada,
                "contact",
                mother,
                "way",
                "VOICEMAIL",
                "told",
                "8:40",
                "first",
                "3/11/2025",
                "sessions",
                "AM",
                "reason",
                "ILLNESS"));

    assertThat(page).contains("N stays with this note until the school has decided (SV-F6).");
    assertThat(code(ada, "2025-11-03", "AM")).isEqualTo("N");
    assertThat(plans(ada)).isZero();
    assertThat(page(get("/pupils/" + ada))).contains("reported today, not coded yet");
  }

  @Test
  void aReportStandsWithTheOpenCase() throws Exception {
    jdbc.sql(
            """
            insert into case_file (process, cause, business_key, open_key, school_id, pupil_id,
              policy_pack, policy_version, started_on, opened_at, instance_id, head)
            values ('first-day-contact', 'unexplained', :key, :key, :school, :pupil, 'national', '1',
              date '2025-11-03', timestamp with time zone '2025-11-03 09:20:00+00', :key, :head)
            """)
        .params(
            Map.of(
                "key", "k" + ada, "school", school.value(), "pupil", ada, "head", "0".repeat(64)))
        .update();

    recorded(report("back", "6/11/2025"));

    assertThat(
            jdbc.sql(
                    "select e.words from case_entry e join case_file c on c.id = e.case_id where c.pupil_id = :pupil")
                .param("pupil", ada)
                .query(String.class)
                .single())
        .isEqualTo(
            "Reported by the mother, telephone call at 08:40: Illness. “Tummy bug” Expected back on Thursday 6 November 2025.");
  }

  @Test
  void whatThePolicyLeavesToAPersonStaysN() throws Exception {
    assertThat(
            recorded(
                press(
                    "record-report",
                    "pupil",
                    ada,
                    "contact",
                    mother,
                    "way",
                    "CALL",
                    "told",
                    "8:40",
                    "first",
                    "3/11/2025",
                    "sessions",
                    "AM",
                    "reason",
                    "OTHER",
                    "words",
                    "Family matter")))
        .contains("A person decides the code; until then N stays.");
    assertThat(plans(ada)).isZero();
    assertThat(
            jdbc.sql("select reason from reported_absence where pupil_id = :pupil")
                .param("pupil", ada)
                .query(String.class)
                .list())
        .as("asked of a person once the absence is in the register")
        .containsExactly("other");
    Scope scope = new Scope(Map.of(school, Set.of(Role.OFFICE)), Set.of());
    LocalDate monday = LocalDate.parse("2025-11-03");
    assertThat(ofTask.reported(new PupilId(ada), school, monday, scope)).hasSize(1);
    assertThat(ofTask.reported(new PupilId(ada), school, monday.plusDays(1), scope)).isEmpty();
  }

  @Test
  void neverTakesTheWordOfAChildOrOfSomebodyBarred() throws Exception {
    String form = page(get("/quick-entry/record-report").param("pupil", "" + ada));
    assertThat(form)
        .contains("Grace Okafor", "Court order: nothing is taken from or said to Emeka Okafor")
        .doesNotContain("Tom Okafor", "name=\"contact\" value=\"" + father + "\"");

    for (long wrong : new long[] {father, brother}) {
      assertThat(
              page(
                  press(
                      "record-report",
                      "pupil",
                      ada,
                      "contact",
                      wrong,
                      "way",
                      "CALL",
                      "told",
                      "8:40",
                      "first",
                      "3/11/2025",
                      "sessions",
                      "AM",
                      "reason",
                      "ILLNESS")))
          .contains("There is a problem", "word does not count for this child");
    }
    assertThat(entries()).isZero();
  }

  @Test
  void theButtonPressedTwiceRecordsOnce() throws Exception {
    String token = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      mvc.perform(
              post("/quick-entry/late-arrival")
                  .param("token", token)
                  .param("pupil", "" + ada)
                  .param("day", "3/11/2025")
                  .param("at", "9:12")
                  .param("words", "Overslept")
                  .with(office))
          .andExpect(status().is3xxRedirection());
    }
    assertThat(entries()).isEqualTo(1);
  }

  @Test
  void saysWhatIsWrongAndLosesNothing() throws Exception {
    assertThat(page(press("record-report", "words", "Tummy bug", "told", "half nine")))
        .contains(
            "<title>Error: Absence reported",
            "There is a problem",
            "Find the pupil.",
            "“half nine” is no time; write it like 9:05.",
            "Give the first day away",
            "Choose the reason.",
            "Tummy bug");
    assertThat(page(report("last", "1/11/2025"))).contains("The last day lies before the first.");
    assertThat(page(report("back", "3/11/2025"))).contains("must lie after the last day away");
    assertThat(
            page(
                press(
                    "late-arrival", "pupil", ada, "day", "3/11/2025", "at", "9:31", "words", "x")))
        .contains("That time has not come yet.");
    assertThat(
            page(
                press(
                    "late-arrival", "pupil", ada, "day", "1/11/2025", "at", "9:10", "words", "x")))
        .contains("The school is closed on that day.");
    assertThat(entries()).isZero();
  }

  @Test
  void lateBeforeTheCloseIsLAndMinutesAreKept() throws Exception {
    assertThat(
            recorded(
                press(
                    "late-arrival",
                    "pupil",
                    ada,
                    "siblings",
                    ben,
                    "day",
                    "3/11/2025",
                    "at",
                    "09.12",
                    "words",
                    "Overslept",
                    "person",
                    "Grandmother")))
        .contains("Code L for the morning, 22 minutes", "Came with", "Grandmother");
    assertThat(code(ada, "2025-11-03", "AM")).isEqualTo("L");
    assertThat(code(ben, "2025-11-03", "AM")).isEqualTo("L");
    assertThat(page(get("/entries").param("kind", "late-arrival")))
        .contains("Late book, Monday 3 November 2025", "09:12", "Overslept", "Sam Example");
    assertThat(page(get("/entries").param("text", "overslept"))).contains("Ada Okafor");
    assertThat(page(get("/entries").param("text", "lowe"))).contains("None fits");
  }

  @Test
  void aKnownAbsenceIsNotTurnedIntoUByAnArrival() throws Exception {
    recorded(report());
    assertThat(
            recorded(
                press(
                    "late-arrival",
                    "pupil",
                    ada,
                    "day",
                    "3/11/2025",
                    "at",
                    "9:25",
                    "words",
                    "Better now")))
        .contains("Code I stays: this absence was known.");
    assertThat(code(ada, "2025-11-03", "AM")).isEqualTo("none");
  }

  @Test
  void aGoodExplanationAfterTheCloseTakesItsCodeWhereThePolicySaysSo() throws Exception {
    Object[] fields = {
      "pupil",
      ada,
      "day",
      "3/11/2025",
      "at",
      "9:28",
      "words",
      "Dentist",
      "reason",
      "APPOINTMENT",
      "evidence",
      "SEEN"
    };
    assertThat(page(get("/quick-entry/late-arrival"))).doesNotContain("Is it one of these?");
    pack("dothill");
    assertThat(page(get("/quick-entry/late-arrival"))).contains("Is it one of these?", "DH-R8");
    assertThat(recorded(press("late-arrival", fields))).contains("Code M for the morning");
    assertThat(code(ada, "2025-11-03", "AM")).isEqualTo("M");
  }

  @Test
  void anAppointmentMarksTheRegistersThatAreMissed() throws Exception {
    assertThat(
            recorded(
                press(
                    "record-appointment",
                    "pupil",
                    ada,
                    "day",
                    "5/11/2025",
                    "at",
                    "",
                    "until",
                    "10:30",
                    "evidence",
                    "SEEN",
                    "words",
                    "Dentist")))
        .contains("1 session takes it when a register file reports the absence", "back 10:30");
    assertThat(
            recorded(
                press(
                    "record-appointment",
                    "pupil",
                    ben,
                    "day",
                    "5/11/2025",
                    "at",
                    "10:00",
                    "until",
                    "11:30",
                    "words",
                    "Dentist")))
        .contains("In school for both registers");
    assertThat(plans(ben)).isZero();
    pack("raleigh");
    jdbc.sql("update school set academy = 'ambleside' where id = :school")
        .param("school", school.value())
        .update();
    assertThat(
            recorded(
                press(
                    "record-appointment",
                    "pupil",
                    ben,
                    "day",
                    "5/11/2025",
                    "until",
                    "11:30",
                    "evidence",
                    "NONE",
                    "words",
                    "Dentist")))
        .contains("RT-R7: A card or letter is wanted");
    assertThat(plans(ben)).isZero();
  }

  @Test
  void goingHomeIllNeedsSomebodyWhoDecidedAndAParentWhereThePolicySaysSo() throws Exception {
    Object[] fields = {"pupil", ada, "day", "3/11/2025", "at", "9:25", "words", "Was sick"};
    assertThat(page(press("sent-home-ill", fields))).contains("Say who decided");

    MockHttpServletRequestBuilder press = press("sent-home-ill", fields);
    assertThat(recorded(press.param("decidedBy", "Ms Hart"))).contains("Code I: 1 session");
    assertThat(plans(ada)).isEqualTo(1);

    pack("raleigh");
    jdbc.sql("update school set academy = 'ambleside' where id = :school")
        .param("school", school.value())
        .update();
    assertThat(page(press("sent-home-ill", fields).param("decidedBy", "Ms Hart")))
        .contains("only with a parent", "RT-R9");
    recorded(
        press("sent-home-ill", fields).param("decidedBy", "Ms Hart").param("contact", "" + mother));
    assertThat(plans(ada)).as("the rest of today and tomorrow").isEqualTo(4);
  }

  @Test
  void aMessageWaitsUntilSomebodyMarksItDone() throws Exception {
    String page =
        recorded(
            press(
                "incoming-message",
                "person",
                "Ms Hart",
                "from",
                "Mrs Okafor, 07700 900141",
                "way",
                "CALL",
                "told",
                "9:20",
                "words",
                "Please ring back about the trip"));
    assertThat(page).contains("Mark as dealt with", "Mrs Okafor, 07700 900141");
    assertThat(page(get("/quick-entry"))).contains("Please ring back about the trip", "Done");
    long id =
        jdbc.sql("select max(id) from quick_entry where school_id = :school")
            .param("school", school.value())
            .query(Long.class)
            .single();

    mvc.perform(post("/entries/" + id + "/done").with(office))
        .andExpect(status().is3xxRedirection());

    assertThat(page(get("/entries/" + id))).contains("Dealt with", "Sam Example");
    assertThat(page(get("/quick-entry"))).contains("None waits.");
  }

  @Test
  void onSiteGoesByTheNewestOfMarksAndEntries() throws Exception {
    mark(ada, "AM", "N");
    mark(ben, "AM", "/");
    assertThat(page(get("/on-site"))).contains("1 here of 3, 1 to look for", "no mark yet");

    recorded(press("late-arrival", "pupil", ada, "day", "3/11/2025", "at", "9:25", "words", "Bus"));
    recorded(
        press(
            "sent-home-ill",
            "pupil",
            ben,
            "day",
            "3/11/2025",
            "at",
            "9:29",
            "words",
            "Sick",
            "decidedBy",
            "Ms Hart"));
    clock.set(Instant.parse("2025-11-03T09:40:00Z"));

    assertThat(page(get("/on-site")))
        .contains("arrived at 09:25", "Ben Okafor (sent home ill at 09:29)");
  }

  @Test
  void anotherSchoolsPupilIsNotFound() throws Exception {
    SchoolId another = signedInAs.newSchool();
    RequestPostProcessor stranger = signedInAs.role(Role.OFFICE, another);
    mvc.perform(report().with(stranger)).andExpect(status().isNotFound());
    mvc.perform(get("/quick-entry/pupils").param("q", "oka").with(stranger))
        .andExpect(content().string(not(containsString("Ada"))));
  }
}

package uk.attendance.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import uk.attendance.SignedInAs;
import uk.attendance.WebTest;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Role;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.TaskId;
import uk.attendance.register.Author;
import uk.attendance.register.ImportingMarks;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;

/**
 * A bad morning: at 09:30 on Monday 3 November 2025 forty children are away, four of them brothers
 * and sisters, the others alone.
 */
@WebTest
class FortyCallsWebTest {

  private static final int CHILDREN = 40;
  private static final int SIBLINGS = 4;
  private static final Pattern CARD =
      Pattern.compile("<article class=\"app-call[^>]*?id=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired SignedInAs signedInAs;
  @Autowired Accounts accounts;
  @Autowired ChangingCalendar calendar;
  @Autowired ImportingMarks marks;
  @Autowired JdbcClient jdbc;

  private final Map<Integer, Long> pupils = new HashMap<>();
  private final Map<Integer, TaskId> calls = new HashMap<>();
  private SchoolId school;
  private RequestPostProcessor pat;
  private RequestPostProcessor kim;

  @BeforeEach
  void fortyChildrenOfThirtySevenFamilies() {
    school = signedInAs.newSchool();
    calendar.setUp(
        school,
        new CalendarPlan(
            List.of(
                Period.term(
                    "Autumn", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"))),
            List.of()),
        "Test");
    // whoever comes last by name was entered first
    for (int n = CHILDREN; n > 0; n--) {
      pupils.put(n, pupil(n));
    }
    pat = clerk("Pat Clerk");
    kim = clerk("Kim Other");
    bringIn("N", pupils.keySet());
    awaitOpen(CHILDREN);
    pupils.forEach((n, pupil) -> calls.put(n, call(pupil)));
  }

  private long pupil(int n) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group,
              entry_date, family, protection_plan)
            values (:school, :no, :first, :last, date '2016-01-01', '4', date '2020-09-01', :family, :plan)
            """)
        .param("school", school.value())
        .param("no", Integer.toString(n))
        .param("first", "Robin%02d".formatted(n))
        .param("last", name(n))
        .param("family", n <= SIBLINGS ? "F1" : null, java.sql.Types.VARCHAR)
        .param("plan", n == CHILDREN)
        .update();
    return jdbc.sql("select id from pupil where school_id = :school and admission_no = :no")
        .param("school", school.value())
        .param("no", Integer.toString(n))
        .query(Long.class)
        .single();
  }

  private RequestPostProcessor clerk(String name) {
    AccountId id = accounts.create(UUID.randomUUID() + "@example.org", name, "Secretary", false);
    accounts.grant(id, Role.OFFICE, school);
    return signedInAs.person(id);
  }

  private void bringIn(String code, Collection<Integer> children) {
    StringBuilder csv = new StringBuilder("admission_no,date,session,code\n");
    children.forEach(n -> csv.append("%d,2025-11-03,AM,%s\n".formatted(n, code)));
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    marks.bringIn(
        school,
        "attendance.csv",
        () -> new ByteArrayInputStream(bytes),
        Instant.parse("2025-11-03T09:26:00Z"),
        new Author("Office", "School office"),
        true);
  }

  /** The program sees to it by itself, as soon as the marks are in. */
  private void awaitOpen(int wanted) {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (open() != wanted) {
      if (System.nanoTime() > until) {
        throw new AssertionError("%d calls are open, and not %d".formatted(open(), wanted));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private int open() {
    return jdbc.sql(
            "select count(*) from worklist where school_id = :school and task = 'telephone-parents'")
        .param("school", school.value())
        .query(Integer.class)
        .single();
  }

  private TaskId call(long pupil) {
    return new TaskId(
        jdbc.sql(
                "select task_id from worklist where pupil_id = :pupil and task = 'telephone-parents'")
            .param("pupil", pupil)
            .query(String.class)
            .single());
  }

  private static String name(int n) {
    return n <= SIBLINGS ? "Adeyemi" : "Example%02d".formatted(n);
  }

  @Test
  void allStandOnOnePageAChildAtRiskFirstAndTheOthersByName() throws Exception {
    String page = sheet();

    assertThat(page).contains("Unexplained today: 40 children in 37 families.");
    List<String> expected = new ArrayList<>(List.of(card(CHILDREN), card(1)));
    IntStream.range(SIBLINGS + 1, CHILDREN).forEach(n -> expected.add(card(n)));
    assertThat(cards(page)).isEqualTo(expected);
    pupils.keySet().forEach(n -> assertThat(page).contains("Robin%02d".formatted(n)));
  }

  @Test
  void oneCallForFourKeepsThreeAnswersWhereAColleagueWasQuickerWithTheFourth() throws Exception {
    mvc.perform(noAnswer(kim, List.of(2))).andExpect(status().is3xxRedirection());

    String told = after(noAnswer(pat, List.of(1, 2, 3, 4)));

    assertThat(told)
        .contains("Robin02 Adeyemi")
        .contains("Kim Other was first, at 09:30: no answer.")
        .containsOnlyOnce("Not kept: engaged all morning");
    assertThat(answeredBy("Pat Clerk")).isEqualTo(3);
    assertThat(answeredBy("Kim Other")).isOne();
    assertThat(cards(told)).hasSize(36).doesNotContain(card(1));
  }

  @Test
  void ofFortyAnswersAtOnceAllAreKeptButThoseThatCannotBeAndEachOfTheseIsNamed() throws Exception {
    mvc.perform(noAnswer(kim, List.of(10))).andExpect(status().is3xxRedirection());
    jdbc.sql("update worklist set on_hold = true where task_id = :id")
        .param("id", calls.get(20).value())
        .update();
    bringIn("I", List.of(30));
    awaitOpen(CHILDREN - 2);

    String told =
        after(noAnswer(pat, List.copyOf(pupils.keySet())).param("task", "never-was-there"));

    assertThat(told)
        .contains("Robin10 Example10")
        .contains("Kim Other was first, at 09:30: no answer.")
        .contains("Robin30 Example30")
        .contains("The absence was explained meanwhile; no call is needed.")
        .contains(Hold.SENTENCE)
        .contains("It is not among your tasks any more.")
        .contains("One more call is on hold.")
        .doesNotContain("Robin20");
    assertThat(answeredBy("Pat Clerk")).isEqualTo(CHILDREN - 3);
    assertThat(cards(told)).isEmpty();
  }

  @Test
  void oneAfterTheOtherLeadsToTheNextUntilNobodyIsLeft() throws Exception {
    List<String> left = cards(sheet());
    while (!left.isEmpty()) {
      String card = left.get(0);
      List<Integer> children =
          card.equals(card(1))
              ? List.of(1, 2, 3, 4)
              : pupils.keySet().stream().filter(n -> card(n).equals(card)).toList();
      String next =
          mvc.perform(noAnswer(pat, children).param("family", card))
              .andExpect(status().is3xxRedirection())
              .andReturn()
              .getResponse()
              .getRedirectedUrl();
      left = left.subList(1, left.size());
      assertThat(next).isEqualTo(left.isEmpty() ? "/calls" : "/calls#" + left.get(0));
    }

    assertThat(answeredBy("Pat Clerk")).isEqualTo(CHILDREN);
    assertThat(sheet()).contains("Everybody has been called once today.");
  }

  private MockHttpServletRequestBuilder noAnswer(RequestPostProcessor who, List<Integer> about) {
    return post("/calls")
        .param("task", about.stream().map(n -> calls.get(n).value()).toArray(String[]::new))
        .param("outcome", "no-answer")
        .param("notes", "engaged all morning")
        .with(who);
  }

  /** Brothers and sisters have the card of the one who was entered first. */
  private String card(int n) {
    return "family-" + pupils.get(n <= SIBLINGS ? SIBLINGS : n);
  }

  private static List<String> cards(String page) {
    return CARD.matcher(page).results().map(found -> found.group(1)).toList();
  }

  private int answeredBy(String name) {
    return jdbc.sql(
            """
            select count(*) from task_submission
            where submitted_name = :name and school_id = :school and outcome = 'no-answer'
            """)
        .param("name", name)
        .param("school", school.value())
        .query(Integer.class)
        .single();
  }

  private String sheet() throws Exception {
    return body(get("/calls").with(pat));
  }

  private String body(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request)
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  /** The sheet as it looks after a call. */
  private String after(MockHttpServletRequestBuilder call) throws Exception {
    var answer = mvc.perform(call).andExpect(status().is3xxRedirection()).andReturn();
    return body(
        get(URI.create(String.valueOf(answer.getResponse().getRedirectedUrl())))
            .cookie(answer.getResponse().getCookies())
            .with(pat));
  }
}

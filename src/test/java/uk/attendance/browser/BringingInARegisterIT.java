package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.school.DayWords;

/** A secretary's morning: a file as the school's system exports it, and what comes of it. */
class BringingInARegisterIT {

  private static final String SCHOOL = "st-vincent";
  private final JdbcClient jdbc = RunningDemonstration.get().bean(JdbcClient.class);

  @Test
  void takesTheSoundRowsListsTheBadOnesAndKeepsTheChangeOnThePupilsPage() {
    List<Map<String, Object>> marks = lastThousandMarks();
    Map<String, Object> changed =
        marks.stream().filter(row -> "/".equals(row.get("code"))).findFirst().orElseThrow();
    String file = file(marks, changed, "M");

    try (Visitor office = Visitor.atADesk().signIn("St Vincent", "office")) {
      upload(office, file);
      office.findsThePageInOrder();
      office.takesAPicture("import-preview");
      assertThat(figure(office, "changed")).isEqualTo("1");
      assertThat(figure(office, "rejected")).isEqualTo("5");
      assertThat(rejects(office)).hasSize(5);
      assertThat(rejects(office).get(0)).startsWith("2").contains("QQ");
      assertThat(rejects(office).get(1)).contains("no-such-pupil");

      office.page.getByText("Bring in 1 mark").click();
      waitUntil(office, "brought in");
      office.findsThePageInOrder();

      office.goTo("/pupils/" + changed.get("pupil_id"));
      office.page.getByText("Changes to the register").click();
      assertThat(office.page.locator("tbody tr").allInnerTexts())
          .first()
          .asString()
          .startsWith(DayWords.full(LocalDate.parse(String.valueOf(day(changed)))))
          .contains("/\tM\t");
      office.findsThePageInOrder();

      upload(office, file);
      assertThat(office.page.locator("main").innerText())
          .contains("The register says all of this already");
    }
  }

  @Test
  void aMarkCorrectedByHandIsSavedAndStandsInTheChanges() {
    Map<String, Object> mark = lastThousandMarks().get(900);
    String pupil = "/pupils/" + mark.get("pupil_id");

    try (Visitor office = Visitor.atADesk().signIn("St Vincent", "office")) {
      office.goTo(pupil + "/marks/" + day(mark) + "/" + mark.get("session"));
      office.page.locator("#code").selectOption("B");
      office.page.locator("#reason").fill("Football tournament, told by the teacher");
      office.page.getByText("Save the mark").click();
      office.page.waitForURL("**" + pupil);
      assertThat(office.page.locator(".govuk-notification-banner").count()).isEqualTo(1);
      office.findsThePageInOrder();

      office.goTo(pupil + "/changes");
      assertThat(office.page.locator("tbody tr").allInnerTexts())
          .anyMatch(row -> row.contains("\tB\t") && row.contains("Football tournament"));
    }
  }

  @Test
  void saysInASentenceWhatIsWrongWithAFileThatIsNoRegister() {
    try (Visitor office = Visitor.withoutScript().signIn("St Vincent", "office")) {
      for (Map.Entry<String, String> bad :
          Map.of(
                  "", "empty",
                  "admission_no,date,session,code\n", "no rows",
                  "PK\u0003\u0004\u0000\u0000binary", "not text")
              .entrySet()) {
        upload(office, bad.getKey());
        String page = office.page.locator("main").innerText();
        assertThat(page.toLowerCase()).contains(bad.getValue());
      }
    }
  }

  private List<Map<String, Object>> lastThousandMarks() {
    List<Map<String, Object>> marks =
        jdbc.sql(
                """
                select p.admission_no, m.pupil_id, m.marked_on, m.session, m.code
                from mark m join pupil p on p.id = m.pupil_id
                where m.school_id = :school and m.code <> '-'
                order by m.marked_on desc, p.admission_no, m.session limit 995
                """)
            .param("school", SCHOOL)
            .query()
            .listOfRows();
    assertThat(marks).hasSize(995);
    return marks;
  }

  /** 995 rows as they stand, one with another code, after five that cannot be taken. */
  private static String file(
      List<Map<String, Object>> marks, Map<String, Object> changed, String code) {
    Object known = marks.get(0).get("admission_no");
    StringBuilder csv = new StringBuilder("admission_no,date,session,code\n");
    csv.append("%s,%s,AM,QQ\n".formatted(known, day(marks.get(0))));
    csv.append("no-such-pupil,%s,AM,/\n".formatted(day(marks.get(0))));
    csv.append("%s,2099-01-05,AM,/\n".formatted(known));
    csv.append("%s,31/02/2026,AM,/\n".formatted(known));
    csv.append("%s,%s,noon,/\n".formatted(known, day(marks.get(0))));
    for (Map<String, Object> mark : marks) {
      csv.append(
          "%s,%s,%s,%s\n"
              .formatted(
                  mark.get("admission_no"),
                  day(mark),
                  mark.get("session"),
                  mark == changed ? code : mark.get("code")));
    }
    return csv.toString();
  }

  private static Object day(Map<String, Object> mark) {
    return mark.get("marked_on");
  }

  private static void upload(Visitor office, String text) {
    office.goTo("/registers");
    office
        .page
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload("attendance.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    office.page.getByText("See what it changes").click();
    office.page.waitForURL("**/registers*/**");
    for (int i = 0; i < 100 && office.page.getByText("The file is being read").count() > 0; i++) {
      office.page.waitForTimeout(200);
      office.page.reload();
    }
  }

  private static void waitUntil(Visitor office, String state) {
    for (int i = 0;
        i < 100 && !office.page.locator(".govuk-body-l .app-badge").innerText().equals(state);
        i++) {
      office.page.waitForTimeout(200);
      office.page.reload();
    }
    assertThat(office.page.locator(".govuk-body-l .app-badge").innerText()).isEqualTo(state);
  }

  private static String figure(Visitor office, String words) {
    return office
        .page
        .locator(
            ".app-figures__one",
            new Page.LocatorOptions().setHasText(java.util.regex.Pattern.compile(words)))
        .locator("dd")
        .innerText();
  }

  private static List<String> rejects(Visitor office) {
    Locator rows = office.page.locator("section:has(#rejected) tbody tr");
    return rows.allInnerTexts();
  }
}

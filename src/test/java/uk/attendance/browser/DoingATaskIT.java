package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A secretary does a call's task on a telephone: refused, corrected, finished, taken back. */
class DoingATaskIT {

  private static final String SCHOOL = "raleigh-denewood";
  private final JdbcClient jdbc = RunningDemonstration.get().bean(JdbcClient.class);

  @Test
  void aCallIsAnsweredOnAPhone() {
    String task = "/tasks/" + calls().get(0);
    try (Visitor office = Visitor.withAPhone().signIn("Denewood", "office")) {
      office.goTo(task);
      office.findsThePageInOrder();
      office.takesAPicture("task-phone");
      Locator reason = office.page.locator("[name=reason]");
      assertThat(reason.isVisible()).isFalse();

      office.page.getByLabel("A reason was given").check();
      assertThat(reason.isVisible()).isTrue();
      office.page.getByText("Finish this task").last().click();
      office.page.locator(".govuk-error-summary").waitFor();
      office.findsThePageInOrder();
      office.takesAPicture("task-phone-refused");
      office.page.locator(".govuk-error-summary a").first().click();

      reason.selectOption("illness");
      office.page.locator("[name=spokeTo]").selectOption(contact(office));
      office.page.waitForResponse(
          answer -> answer.url().endsWith("/draft") && answer.ok(),
          () -> office.page.locator("[name=notes]").fill("A temperature since last night"));
      office.page.locator("[data-draft-said]").getByText("Draft saved").waitFor();
      office.goTo(task);
      assertThat(office.page.locator("[name=notes]").inputValue())
          .isEqualTo("A temperature since last night");
      office.page.getByText("Finish this task").last().click();

      office.page.locator(".govuk-notification-banner").waitFor();
      office.findsThePageInOrder();
      office.takesAPicture("task-phone-done");
      office.page.getByText("See exactly what was submitted").click();
      assertThat(office.page.locator(".app-sheet").innerText())
          .contains("Illness", "A temperature since last night");
      office.findsThePageInOrder();
      office.takesAPicture("task-submitted");

      office.goTo(task);
      office.page.getByText("Take it back").click();
      office.page.getByText("took it back at").waitFor();
      office.findsThePageInOrder();
    }
  }

  @Test
  void theWholeTaskIsThereWithoutScript() {
    String task = "/tasks/" + calls().get(1);
    try (Visitor office = Visitor.withoutScript().signIn("Denewood", "office");
        Visitor desk = Visitor.atADesk().signIn("Denewood", "office")) {
      desk.goTo(task);
      desk.findsThePageInOrder();
      desk.takesAPicture("task");
      office.goTo(task);
      assertThat(office.page.locator("[name=reason]").isVisible()).isTrue();
      assertThat(office.page.getByText("Only for “A reason was given”").isVisible()).isTrue();

      office.page.locator("[name=notes]").fill("Rang twice");
      office.page.getByText("Save draft").click();
      assertThat(office.page.locator("[data-draft-said]").innerText()).startsWith("Draft saved");
      office.page.getByLabel("No answer").check();
      office.page.getByText("Finish this task").last().click();
      assertThat(office.page.locator("h1").innerText()).startsWith("Done: Telephone parents");
    }
  }

  private List<String> calls() {
    List<Map<String, Object>> rows =
        jdbc.sql(
                """
                select task_id from worklist
                where school_id = :school and task = 'telephone-parents' and not on_hold
                order by task_id
                """)
            .param("school", SCHOOL)
            .query()
            .listOfRows();
    assertThat(rows).as("calls to make at " + SCHOOL).hasSizeGreaterThan(1);
    return rows.stream().map(row -> String.valueOf(row.get("task_id"))).toList();
  }

  private static String contact(Visitor office) {
    return office.page.locator("[name=spokeTo] option").nth(1).getAttribute("value");
  }
}

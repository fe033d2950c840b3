package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An office's morning, as the demonstration has it at half past nine: calls, and quick entry. */
class MorningCallsIT {

  private static final String CARDS = "article[data-item]";

  @Test
  void aWholeMorningIsCalledWithKeysOnly() {
    try (Visitor office = Visitor.atADesk().signIn("St Vincent", "office")) {
      office.goTo("/calls");
      office.findsThePageInOrder();
      office.takesAPicture("call-sheet");
      int families = office.page.locator(CARDS).count();
      assertThat(families).as("families to call").isPositive();

      for (int call = 0; call < families; call++) {
        String card = office.page.locator(".app-call.app-current").getAttribute("id");
        if (call % 3 == 1) {
          givesAReason(office.page, card);
        } else {
          office.page.keyboard().press(call % 3 == 0 ? "3" : "2");
        }
        office
            .page
            .locator("#" + card)
            .waitFor(
                new com.microsoft.playwright.Locator.WaitForOptions()
                    .setState(WaitForSelectorState.DETACHED));
        if (call == 0) {
          office.takesAPicture("call-sheet-after-one");
          office.findsThePageInOrder();
        }
        assertThat(office.page.locator(CARDS).count()).isEqualTo(families - call - 1);
        if (call < families - 1) {
          assertThat(office.page.evaluate("document.activeElement.closest('[data-item]') !== null"))
              .as("the next call has the focus after call " + call)
              .isEqualTo(true);
        }
      }

      assertThat(office.page.locator("#calls-empty").textContent())
          .contains("Everybody has been called once today.");
      office.goTo("/calls?show=done");
      office.findsThePageInOrder();
      office.takesAPicture("call-sheet-done");
      office.goTo("/calls?show=call-again");
      office.findsThePageInOrder();
      office.takesAPicture("call-sheet-again");
    }
  }

  @Test
  void aCallIsAnsweredOnAPhoneWithoutScriptAndTakenBack() {
    try (Visitor phone = Visitor.withAPhone().signIn("Nailsworth", "office")) {
      phone.goTo("/calls");
      phone.findsThePageInOrder();
      phone.takesAPicture("phone-call-sheet");
    }
    try (Visitor plain = Visitor.withoutScript().signIn("Nailsworth", "office")) {
      plain.goTo("/calls");
      int families = plain.page.locator(CARDS).count();
      assertThat(families).isPositive();

      plain.page.locator(CARDS).first().locator("button:has-text('No answer')").first().click();
      assertThat(plain.page.locator(CARDS).count()).isEqualTo(families - 1);

      plain.page.locator("button:has-text('Undo')").first().click();
      assertThat(plain.page.locator("#calls-said").textContent()).contains("Taken back");
      assertThat(plain.page.locator(CARDS).count()).isEqualTo(families);
    }
  }

  /** As on the morning when the network lets no script through: the child stands at the counter. */
  @Test
  void aLateChildAndAReportedAbsenceAreEnteredWithoutScript() {
    Child late = child("N", "= 1");
    Child ill = child("/", "> 1");
    try (Visitor plain = Visitor.withoutScript().signIn("Dothill", "office")) {
      plain.goTo("/quick-entry");
      plain.page.getByText("Late arrival").first().click();
      plain.page.locator("#q").fill(late.number());
      plain.page.locator("button[name=find]").click();
      assertThat(plain.page.locator(".app-pupil-box__name").innerText()).contains(late.lastName());
      plain.page.locator("#words").fill("Overslept");
      plain.page.locator("button:has-text('Enter in the late book')").click();
      assertRecorded(plain, late, "Overslept");

      plain.goTo("/quick-entry/record-report");
      // several have that name, and Return looks for them too
      plain.page.locator("#q").fill(ill.lastName());
      plain.page.locator("#q").press("Enter");
      plain.page.locator(".app-found__one[value='%d']".formatted(ill.id())).click();
      plain.page.locator("input[name=contact]").first().check();
      plain.page.locator("input[name=reason]").first().check();
      plain.page.locator("input[name=way]").first().check();
      plain.page.locator("#words").fill("A temperature since last night");
      plain.page.locator("#first").fill("23/11/2026");
      plain.page.locator("button:has-text('Record the report')").click();
      assertRecorded(plain, ill, "A temperature since last night");
      assertThat(plain.page.locator("#main").innerText()).contains("Monday 23 November 2026");
    }
  }

  private static void assertRecorded(Visitor office, Child child, String words) {
    assertThat(office.page.url()).contains("/entries/");
    assertThat(office.page.locator("#main").innerText())
        .contains("Recorded", child.lastName(), words);
  }

  private record Child(long id, String number, String lastName) {}

  /**
   * Somebody at Dothill, where no other test counts calls.
   *
   * @param code the mark of this morning
   * @param namesakes how many pupils of the school have that last name
   */
  private static Child child(String code, String namesakes) {
    return RunningDemonstration.get()
        .bean(JdbcClient.class)
        .sql(
            """
            select p.id, p.admission_no, p.last_name from pupil p join mark m on m.pupil_id = p.id
            where p.school_id = 'dothill' and m.marked_on = date '2026-11-20'
              and m.session = 'AM' and m.code = :code
              and (select count(*) from pupil o
                where o.school_id = p.school_id and o.last_name = p.last_name)\s"""
                + namesakes
                + " order by p.id desc fetch first 1 rows only")
        .param("code", code)
        .query((row, n) -> new Child(row.getLong(1), row.getString(2), row.getString(3)))
        .single();
  }

  /** 1, who told, the reason by its first letter, a word, Enter. */
  private static void givesAReason(Page page, String card) {
    page.keyboard().press("1");
    page.keyboard().press("Shift+Tab");
    if (page.locator("#" + card + "-spoke").inputValue().isEmpty()) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Tab");
    page.keyboard().type("Il");
    page.keyboard().press("Tab");
    page.keyboard().type("A temperature since last night");
    page.keyboard().press("Enter");
  }
}

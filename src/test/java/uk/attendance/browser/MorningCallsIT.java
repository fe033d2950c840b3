package uk.attendance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;

/** A school's morning on the call sheet, as the demonstration has it at half past nine. */
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

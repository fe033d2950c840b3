package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Accounts;
import uk.attendance.account.ChangeRefused;
import uk.attendance.account.ChangingOwnPassword;
import uk.attendance.account.PasswordRules;
import uk.attendance.account.SignedIn;
import uk.attendance.account.TooManyAttempts;

/** One's own account: what is kept of oneself, one's roles, and one's password. */
@Controller
@RequestMapping("/account")
class OwnAccountController {

  private final Accounts accounts;
  private final ChangingOwnPassword changing;

  OwnAccountController(Accounts accounts, ChangingOwnPassword changing) {
    this.accounts = accounts;
    this.changing = changing;
  }

  @GetMapping
  String page(SignedIn person, HttpServletRequest request, Model model) {
    model.addAttribute("account", accounts.find(person.id()).orElseThrow());
    model.addAttribute("visit", Visit.in(request).orElseThrow());
    model.addAttribute("shortest", PasswordRules.SHORTEST);
    return "account/own";
  }

  @PostMapping("/password")
  String change(
      @RequestParam(defaultValue = "") String present,
      @RequestParam(defaultValue = "") String password,
      SignedIn person,
      HttpServletRequest request,
      HttpSession session,
      Model model,
      RedirectAttributes next) {
    try {
      changing.change(person, present, password, session.getId());
      next.addFlashAttribute("done", true);
      return "redirect:/account";
    } catch (ChangeRefused refused) {
      model.addAttribute("errors", Map.of(refused.field(), refused.getMessage()));
    } catch (TooManyAttempts tooMany) {
      model.addAttribute(
          "errors",
          Map.of(
              "present",
              "Your present password was wrong too often. Wait %s, then try again"
                  .formatted(new SignInRefused.Refusal("", tooMany.waiting()).waitWords())));
    }
    return page(person, request, model);
  }
}

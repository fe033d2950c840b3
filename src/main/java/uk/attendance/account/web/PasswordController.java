package uk.attendance.account.web;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.Account;
import uk.attendance.account.ForgottenPasswords;
import uk.attendance.account.PasswordRules;
import uk.attendance.account.SettingPasswords;

/** For people who are not signed in: a forgotten password, and setting one through a link. */
@Controller
@RequestMapping("/password")
class PasswordController {

  private final ForgottenPasswords forgotten;
  private final SettingPasswords setting;

  PasswordController(ForgottenPasswords forgotten, SettingPasswords setting) {
    this.forgotten = forgotten;
    this.setting = setting;
  }

  @GetMapping("/forgotten")
  String forgotten(Model model) {
    model.addAttribute("mail", forgotten.possible());
    return "account/forgotten";
  }

  @PostMapping("/forgotten")
  String ask(@RequestParam(defaultValue = "") String email, Model model) {
    if (email.isBlank()) {
      model.addAttribute("errors", Map.of("email", "Enter your email address"));
      return forgotten(model);
    }
    forgotten.asked(email);
    return "redirect:/password/asked";
  }

  @GetMapping("/asked")
  String asked() {
    return "account/asked";
  }

  /** Looks only: programs that read mail open links too. */
  @GetMapping("/new")
  String choose(@RequestParam(defaultValue = "") String token, Model model) {
    Optional<Account> account = setting.whose(token);
    if (account.isEmpty()) {
      model.addAttribute("mail", forgotten.possible());
      return "account/link-ended";
    }
    model.addAttribute("account", account.get());
    model.addAttribute("token", token);
    model.addAttribute("shortest", PasswordRules.SHORTEST);
    return "account/new-password";
  }

  @PostMapping("/new")
  String set(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String password,
      Model model) {
    Optional<Account> account = setting.whose(token);
    Optional<String> problem =
        account.flatMap(found -> PasswordRules.problem(password, found.email()));
    if (problem.isPresent()) {
      model.addAttribute("errors", Map.of("password", problem.get()));
      return choose(token, model);
    }
    return account.isPresent() && setting.set(token, password)
        ? "redirect:/sign-in?set"
        : choose("", model);
  }
}

package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.ForgottenPasswords;

/** The sign-in page; the form itself is answered by the security filters. */
@Controller
class SignInController {

  private final ForgottenPasswords forgotten;

  SignInController(ForgottenPasswords forgotten) {
    this.forgotten = forgotten;
  }

  @GetMapping("/sign-in")
  String page(HttpServletRequest request, Model model) {
    if (Visit.in(request).isPresent()) {
      return "redirect:/";
    }
    model.addAttribute("refusal", SignInRefused.takeFrom(request));
    model.addAttribute("mail", forgotten.possible());
    return "account/sign-in";
  }
}

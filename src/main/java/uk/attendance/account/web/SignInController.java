package uk.attendance.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page; the form itself is answered by the security filters. */
@Controller
class SignInController {

  @GetMapping("/sign-in")
  String page(HttpServletRequest request) {
    return Visit.in(request).isPresent() ? "redirect:/" : "account/sign-in";
  }
}

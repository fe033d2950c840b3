package uk.attendance.account.web;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;

/** The switch in the navigation for people with roles at several schools. */
@Controller
class SchoolChoiceController {

  @PostMapping("/school")
  String choose(@RequestParam(defaultValue = "") String school, Scope scope, HttpSession session) {
    if (scope.schools().stream().noneMatch(own -> own.value().equals(school))) {
      throw new NotInSight("school", school);
    }
    session.setAttribute(Visit.CHOSEN_SCHOOL, school);
    return "redirect:/";
  }
}

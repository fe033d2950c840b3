package uk.attendance.worklist.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.SignedIn;

/** Where everybody starts. */
@Controller
class TodayController {

  @GetMapping("/")
  String today(SignedIn person, CurrentSchool school, Model model) {
    model.addAttribute("school", school);
    model.addAttribute("person", person);
    return "worklist/today";
  }
}

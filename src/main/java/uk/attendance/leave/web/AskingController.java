package uk.attendance.leave.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.NotInSight;
import uk.attendance.leave.AskingForLinks;
import uk.attendance.letter.Letterheads;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * Where parents of a school begin: they type an address or number, and a link goes there if it is
 * on file. What is answered is the same either way.
 */
@Controller
@RequestMapping("/ask-for-leave/{school}")
class AskingController {

  private static final int LONGEST = 254;

  private final AskingForLinks asking;
  private final Schools schools;
  private final Letterheads heads;

  AskingController(AskingForLinks asking, Schools schools, Letterheads heads) {
    this.asking = asking;
    this.schools = schools;
    this.heads = heads;
  }

  @GetMapping
  String ask(@PathVariable String school, Model model) {
    return page(school, "", Map.of(), model);
  }

  @PostMapping
  String asked(
      @PathVariable String school, @RequestParam(defaultValue = "") String address, Model model) {
    String typed = address.strip();
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return page(
          school, typed, Map.of("address", "Enter your e-mail address or mobile number"), model);
    }
    asking.asked(of(school).id(), typed);
    return "redirect:/ask-for-leave/" + of(school).id() + "/asked";
  }

  @GetMapping("/asked")
  String asked(@PathVariable String school, Model model) {
    about(of(school), model);
    return "leave/asked";
  }

  private String page(String school, String typed, Map<String, String> errors, Model model) {
    about(of(school), model);
    model.addAttribute("address", typed);
    model.addAttribute("errors", errors);
    return "leave/ask";
  }

  private void about(School school, Model model) {
    model.addAttribute("school", school);
    model.addAttribute("telephone", heads.of(school.id()).telephone());
  }

  private School of(String school) {
    try {
      return schools.find(new SchoolId(school)).orElseThrow(() -> new NotInSight("school", "?"));
    } catch (IllegalArgumentException noId) {
      throw new NotInSight("school", "?");
    }
  }
}

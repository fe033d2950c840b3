package uk.attendance.worklist.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.school.Schools;
import uk.attendance.worklist.LookingAtToday;
import uk.attendance.worklist.TodayLine;

/** Where everybody starts: what of today concerns them. */
@Controller
class TodayController {

  private final LookingAtToday today;
  private final Schools schools;
  private final List<TodayLine> lines;

  TodayController(LookingAtToday today, Schools schools, List<TodayLine> lines) {
    this.today = today;
    this.schools = schools;
    this.lines = lines;
  }

  @GetMapping("/")
  String today(CurrentSchool school, SignedIn reader, Scope scope, Model model) {
    model.addAttribute("today", today.at(schools.get(school.id()), scope));
    model.addAttribute("school", school);
    model.addAttribute("seesPupils", scope.seesPupilsAt(school.id()));
    model.addAttribute(
        "lines",
        lines.stream().flatMap(line -> line.today(school, reader, scope).stream()).toList());
    model.addAttribute(
        "bringsIn",
        scope.has(
            school.id(),
            Role.OFFICE,
            Role.ATTENDANCE_OFFICER,
            Role.ATTENDANCE_LEAD,
            Role.HEADTEACHER));
    model.addAttribute("administers", scope.has(school.id(), Role.ADMIN));
    return "worklist/today";
  }
}

package uk.attendance.quickentry.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.quickentry.EntryRules;
import uk.attendance.quickentry.OnSite;
import uk.attendance.quickentry.OnSite.Child;
import uk.attendance.quickentry.OnSite.Where;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** Who is on site now, by class, for an evacuation (NW-R6), and the day's absentees (DH-D1). */
@Controller
@OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER, Role.DSL})
class OnSiteController {

  private final OnSite onSite;
  private final EntryRules rules;

  OnSiteController(OnSite onSite, EntryRules rules) {
    this.onSite = onSite;
    this.rules = rules;
  }

  /** A class and where its pupils are, those not away first. */
  record ClassList(String name, List<Child> here, List<Child> check, List<Child> away) {

    public int pupils() {
      return here.size() + check.size() + away.size();
    }
  }

  @GetMapping("/on-site")
  String show(CurrentSchool school, Scope scope, Model model) {
    Map<String, ClassList> classes = new LinkedHashMap<>();
    List<Child> absent = new ArrayList<>();
    for (Child child : onSite.now(school.id(), scope)) {
      String name = child.pupil().className() == null ? "No class" : child.pupil().className();
      ClassList list =
          classes.computeIfAbsent(
              name,
              any -> new ClassList(any, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
      place(list, child.place().where()).add(child);
      if (child.place().where() == Where.AWAY) {
        absent.add(child);
      }
    }
    SchoolCalendar calendar = rules.calendar(school.id());
    model.addAttribute("school", school);
    model.addAttribute(
        "moment", DayWords.full(rules.today()) + ", " + EntryViews.time(rules.now().toLocalTime()));
    model.addAttribute(
        "open", calendar.covers(rules.today()) && calendar.isSchoolDay(rules.today()));
    model.addAttribute("classes", classes.values());
    model.addAttribute("absent", absent);
    model.addAttribute("here", count(classes, Where.HERE));
    model.addAttribute("check", count(classes, Where.CHECK));
    model.addAttribute("away", count(classes, Where.AWAY));
    return "quickentry/on-site";
  }

  private static List<Child> place(ClassList list, Where where) {
    return switch (where) {
      case HERE -> list.here();
      case CHECK -> list.check();
      case AWAY -> list.away();
    };
  }

  private static int count(Map<String, ClassList> classes, Where where) {
    return classes.values().stream().mapToInt(list -> place(list, where).size()).sum();
  }
}

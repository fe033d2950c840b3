package uk.attendance.register.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RegisterCode;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.register.Classes;
import uk.attendance.register.GroupFigures;
import uk.attendance.register.KeptFigures;
import uk.attendance.school.ClassId;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolId;

/** Classes: the day's absentees first, then everybody, to look at or to print (DH-D1). */
@Controller
@RequestMapping("/classes")
@ForPupilStaff
class ClassController {

  private final Classes classes;
  private final ClassLists lists;
  private final KeptFigures kept;
  private final SchoolRules rules;

  ClassController(Classes classes, ClassLists lists, KeptFigures kept, SchoolRules rules) {
    this.classes = classes;
    this.lists = lists;
    this.kept = kept;
    this.rules = rules;
  }

  /**
   * @param attendance of the year to date, or a dash
   */
  record Row(long id, String name, int onRoll, int absent, int unmarked, String attendance) {}

  @GetMapping
  String list(CurrentSchool school, Scope scope, Model model) {
    LocalDate day = rules.newestSchoolDay(school.id());
    PolicyPack pack = rules.pack(school.id());
    Map<ClassId, GroupFigures> figures =
        rules
            .currentYear(school.id())
            .map(year -> kept.ofClasses(school.id(), year, pack.figureLines(), scope))
            .orElse(Map.of());
    model.addAttribute("day", DayWords.full(day));
    model.addAttribute(
        "rows",
        classes.on(day, school.id(), absences(pack, day), scope).stream()
            .map(
                one ->
                    new Row(
                        one.schoolClass().id().value(),
                        one.schoolClass().name(),
                        one.onRoll(),
                        one.absent(),
                        one.onRoll() - one.marked(),
                        attendance(figures.get(one.schoolClass().id()), pack)))
            .toList());
    return "pupil/classes";
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  String show(@PathVariable long id, Scope scope, Model model) {
    Classes.SchoolClass found =
        classes.byId(new ClassId(id), scope).orElseThrow(() -> new NotInSight("class", id));
    SchoolId school = found.school();
    LocalDate day = rules.newestSchoolDay(school);
    model.addAttribute("name", found.name());
    model.addAttribute("schoolName", rules.school(school).name());
    model.addAttribute("day", DayWords.full(day));
    model.addAttribute("list", lists.of(found, day, scope));
    return "pupil/class";
  }

  private static String attendance(
      @org.jspecify.annotations.Nullable GroupFigures figures, PolicyPack pack) {
    return figures == null
        ? "–"
        : figures
            .attendance(pack.settings().count("figures.decimals-shown"))
            .map(share -> share.toPlainString() + " %")
            .orElse("–");
  }

  private static Set<String> absences(PolicyPack pack, LocalDate day) {
    return pack.codes().all().stream()
        .filter(code -> code.holdsOn(day) && code.codeClass().isAbsence())
        .map(RegisterCode::code)
        .collect(Collectors.toSet());
  }
}

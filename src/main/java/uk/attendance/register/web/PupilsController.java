package uk.attendance.register.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.PupilSearch;
import uk.attendance.pupil.Slice;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.register.Classes;
import uk.attendance.register.PupilList;
import uk.attendance.school.SchoolYear;

/** All pupils of the school in sight: searched, narrowed, sorted, with their figures. */
@Controller
@ForPupilStaff
class PupilsController {

  private static final int PAGE = 50;

  private final PupilList list;
  private final Classes classes;
  private final SchoolRules rules;

  PupilsController(PupilList list, Classes classes, SchoolRules rules) {
    this.list = list;
    this.classes = classes;
    this.rules = rules;
  }

  @GetMapping("/pupils")
  String list(PupilsFilter filter, CurrentSchool school, Scope scope, Model model) {
    PolicyPack pack = rules.pack(school.id());
    Optional<SchoolYear> year = rules.currentYear(school.id());
    PupilSearch search =
        PupilSearch.of(filter.words())
            .at(school.id())
            .in(filter.inClass())
            .onRoll(filter.withLeavers() ? null : rules.today());
    Slice<PupilList.Row> page =
        list.page(
            new PupilList.Query(
                search,
                year.map(found -> found.first().getYear()).orElse(0),
                filter.standing(),
                pack.figureLines(),
                filter.order(),
                filter.afterPupil(),
                PAGE),
            scope);
    model.addAttribute("filter", filter);
    model.addAttribute("classes", classes.of(school.id(), scope));
    model.addAttribute("rows", page.rows().stream().map(row -> PupilRow.of(row, pack)).toList());
    model.addAttribute("next", next(page, filter));
    model.addAttribute("yearName", year.map(SchoolYear::name).orElse(null));
    model.addAttribute(
        "mayBringIn",
        scope.has(
            school.id(), Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.MANAGER));
    model.addAttribute("windowWeeks", PupilRow.windowWeeks(pack));
    return "pupil/pupils";
  }

  private static @Nullable String next(Slice<PupilList.Row> page, PupilsFilter filter) {
    List<PupilList.Row> rows = page.rows();
    return page.more()
        ? filter.query(rows.get(rows.size() - 1).pupil().id().value(), filter.order())
        : null;
  }
}

package uk.attendance.school.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.Calendars;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Schools;
import uk.attendance.school.Trust;

/** Every school at which the person holds a role. */
@Controller
class SchoolsController {
  private final Schools schools;
  private final Calendars calendars;
  private final PolicyPacks packs;
  private final Clock clock;

  SchoolsController(Schools schools, Calendars calendars, PolicyPacks packs, Clock clock) {
    this.schools = schools;
    this.calendars = calendars;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * @param year the school year that the school days are counted over; null without a calendar
   */
  record Row(
      String id,
      String name,
      String pack,
      String packTitle,
      String authority,
      @Nullable String trust,
      @Nullable String year,
      int schoolDays) {}

  @GetMapping("/schools")
  String schools(Scope scope, Model model) {
    List<Trust> trusts = schools.trusts();
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    model.addAttribute(
        "schools",
        schools.all().stream()
            .filter(school -> scope.schools().contains(school.id()))
            .map(school -> row(school, trusts, today))
            .toList());
    return "school/schools";
  }

  private Row row(School school, List<Trust> trusts, LocalDate today) {
    SchoolCalendar calendar = calendars.of(school.id());
    SchoolYear year = calendar.covers(today) ? calendar.schoolYear(today) : null;
    return new Row(
        school.id().value(),
        school.name(),
        school.pack(),
        packs.pack(school.pack()).title(),
        school.localAuthority(),
        trusts.stream()
            .filter(trust -> trust.id().equals(school.trust()))
            .map(Trust::name)
            .findFirst()
            .orElse(null),
        year == null ? null : year.name(),
        year == null ? 0 : year.schoolDays(calendar));
  }
}

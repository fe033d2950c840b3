package uk.attendance.register.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.web.ContactCard;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.pupil.web.PupilHeadings;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolYear;

/** A pupil: the year as a calendar of marks, the figures, whom to ring. */
@Controller
@RequestMapping("/pupils/{id:[0-9]{1,18}}")
@ForPupilStaff
class PupilController {

  private final Pupils pupils;
  private final Contacts contacts;
  private final PupilHeadings headings;
  private final AttendanceOfPupil attendance;
  private final SchoolRules rules;

  PupilController(
      Pupils pupils,
      Contacts contacts,
      PupilHeadings headings,
      AttendanceOfPupil attendance,
      SchoolRules rules) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.headings = headings;
    this.attendance = attendance;
    this.rules = rules;
  }

  /** A school year that may be looked at. */
  record YearChoice(int beginsIn, String name, boolean here) {}

  /**
   * @param year begins in; null for the current one
   * @param view "table" for the year as a table
   */
  @GetMapping
  String attendance(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Integer year,
      @RequestParam(required = false) @Nullable String view,
      Scope scope,
      Model model) {
    Pupil pupil =
        pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
    Optional<SchoolYear> shown = rules.year(pupil.school(), year);
    model.addAttribute("heading", headings.of(pupil, "", scope));
    model.addAttribute("asTable", "table".equals(view));
    model.addAttribute("mayPlan", attendance.mayPlan(pupil, scope));
    model.addAttribute("today", rules.today());
    model.addAttribute("years", years(pupil, shown));
    shown.ifPresent(
        found -> {
          model.addAttribute("year", found.first().getYear());
          model.addAttribute("yearName", found.name());
          model.addAttribute("since", DayWords.withoutYear(found.first()));
          model.addAttribute("marks", attendance.year(pupil, found, scope));
          attendance
              .figures(pupil, found, scope)
              .ifPresent(figures -> model.addAttribute("shown", figures));
        });
    ContactsOfPupil all = contacts.of(pupil.id(), scope);
    model.addAttribute("toRing", ContactCard.toRing(all));
    model.addAttribute("doNotContact", ContactCard.doNotContact(all));
    model.addAttribute("openToday", attendance.openToday(pupil, scope));
    return "pupil/pupil";
  }

  private List<YearChoice> years(Pupil pupil, Optional<SchoolYear> shown) {
    return rules.years(pupil.school()).stream()
        .filter(year -> !year.first().isAfter(rules.today()))
        .filter(year -> !year.last().isBefore(pupil.entryDate()))
        .map(
            year ->
                new YearChoice(
                    year.first().getYear(), year.name(), shown.filter(year::equals).isPresent()))
        .toList();
  }
}

package uk.attendance.school.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.SchoolDates;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.Calendars;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/** Closing a day, and opening it again: first what would move, then the yes. */
@Controller
class ClosingController {
  private final SchoolInSight inSight;
  private final Calendars calendars;
  private final Proposals proposals;

  ClosingController(SchoolInSight inSight, Calendars calendars, Proposals proposals) {
    this.inSight = inSight;
    this.calendars = calendars;
    this.proposals = proposals;
  }

  @GetMapping("/schools/{id}/close")
  String form(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String day,
      Scope scope,
      Model model) {
    School school = inSight.toChange(id, scope);
    return form(school, ClosingForm.empty(day), Map.of(), model);
  }

  @PostMapping("/schools/{id}/close")
  String close(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String day,
      @RequestParam(required = false) @Nullable Set<Session> session,
      @RequestParam(required = false) @Nullable ClosureKind kind,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable Long version,
      Scope scope,
      SignedIn person,
      Model model,
      RedirectAttributes redirect) {
    School school = inSight.toChange(id, scope);
    SchoolCalendar calendar = calendars.of(school.id());
    Set<Session> sessions = session == null ? EnumSet.noneOf(Session.class) : session;
    ClosingForm form = new ClosingForm(day, sessions, kind, reason);
    Map<String, String> problems = form.problems(calendar);
    if (!problems.isEmpty() || kind == null) {
      return form(school, form, problems, model);
    }
    CalendarEdit edit = form.edit(calendar);
    Proposals.Question question =
        new Proposals.Question(
            "Close " + DayWords.full(edit.first()) + "?",
            "Yes, close it",
            "/schools/%s/close".formatted(school.id()),
            Map.of(
                "day", List.of(edit.first().toString()),
                "session", sessions.stream().map(Session::name).toList(),
                "kind", List.of(kind.name()),
                "reason", List.of(reason.strip())),
            List.of());
    return proposals.answer(school, edit, question, version, person, model, redirect);
  }

  @PostMapping("/schools/{id}/open-again")
  String openAgain(
      @PathVariable String id,
      @RequestParam String day,
      @RequestParam(required = false) @Nullable Long version,
      Scope scope,
      SignedIn person,
      Model model,
      RedirectAttributes redirect) {
    School school = inSight.toChange(id, scope);
    Optional<LocalDate> found = SchoolDates.read(day);
    if (found.isEmpty()) {
      throw new NotInSight("day", day);
    }
    Proposals.Question question =
        new Proposals.Question(
            DayWords.full(found.get()) + ": as in the terms again?",
            "Yes, as in the terms",
            "/schools/%s/open-again".formatted(school.id()),
            Map.of("day", List.of(found.get().toString())),
            List.of());
    return proposals.answer(
        school, CalendarEdit.asInTerms(found.get()), question, version, person, model, redirect);
  }

  private static String form(
      School school, ClosingForm form, Map<String, String> problems, Model model) {
    model.addAttribute("school", school);
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    return "school/close";
  }
}

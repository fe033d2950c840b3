package uk.attendance.register.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.SchoolDates;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.Author;
import uk.attendance.register.MarkRefused;
import uk.attendance.register.PlannedMark;
import uk.attendance.register.PlannedMarks;
import uk.attendance.register.PlanningMarks;
import uk.attendance.register.PlanningMarks.Outcome;
import uk.attendance.register.PlanningMarks.Plan;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/** An absence that is known beforehand: entering it, and withdrawing it. */
@Controller
@RequestMapping("/pupils/{id}/planned-marks")
class PlanController {

  private static final int AHEAD = 400;

  private final Pupils pupils;
  private final PlannedMarks planned;
  private final PlanningMarks planning;
  private final MarkChoices choices;
  private final Clock clock;

  PlanController(
      Pupils pupils,
      PlannedMarks planned,
      PlanningMarks planning,
      MarkChoices choices,
      Clock clock) {
    this.pupils = pupils;
    this.planned = planned;
    this.planning = planning;
    this.choices = choices;
    this.clock = clock;
  }

  /** What was typed. */
  record Form(
      String first, String last, @Nullable Set<Session> sessions, String code, String reason) {

    Form {
      first = first == null ? "" : first.strip();
      last = last == null ? "" : last.strip();
      sessions = sessions == null ? Set.of() : sessions;
      code = code == null ? "" : code;
      reason = reason == null ? "" : reason;
    }

    public boolean mornings() {
      return sessions != null && sessions.contains(Session.AM);
    }

    public boolean afternoons() {
      return sessions != null && sessions.contains(Session.PM);
    }
  }

  /** One planned session. */
  record Planned(
      String session, String code, String reason, String by, LocalDate day, Session half) {}

  @GetMapping("/new")
  String blank(@PathVariable long id, Scope scope, Model model) {
    Pupil pupil = find(id, scope);
    choices.refuseUnlessMayPlan(pupil, scope);
    LocalDate today = today();
    String written =
        "%d/%d/%d".formatted(today.getDayOfMonth(), today.getMonthValue(), today.getYear());
    return page(
        pupil, new Form(written, "", EnumSet.allOf(Session.class), "", ""), Map.of(), scope, model);
  }

  @PostMapping
  String plan(
      @PathVariable long id,
      Form form,
      Scope scope,
      SignedIn person,
      Model model,
      RedirectAttributes next) {
    Pupil pupil = find(id, scope);
    choices.refuseUnlessMayPlan(pupil, scope);
    Map<String, String> errors = new LinkedHashMap<>();
    Optional<LocalDate> first = SchoolDates.read(form.first());
    Optional<LocalDate> last = form.last().isEmpty() ? first : SchoolDates.read(form.last());
    if (first.isEmpty()) {
      errors.put("first", "Give the first day, like 3/11/2025.");
    }
    if (last.isEmpty() && !form.last().isEmpty()) {
      errors.put("last", "Give the last day, like 5/11/2025, or leave it empty for one day.");
    }
    if (form.code().isEmpty()) {
      errors.put("code", "Choose the code.");
    }
    if (form.reason().isBlank()) {
      errors.put("reason", "Say why the pupil will be away.");
    }
    if (errors.isEmpty() && first.isPresent() && last.isPresent()) {
      try {
        Outcome outcome =
            planning.plan(
                new Plan(
                    pupil.id(),
                    first.get(),
                    last.get(),
                    form.sessions() == null ? Set.of() : form.sessions(),
                    form.code(),
                    form.reason()),
                Author.of(person),
                scope);
        next.addFlashAttribute("notice", words(outcome));
        return "redirect:/pupils/" + id;
      } catch (MarkRefused refused) {
        errors.put("first", refused.getMessage());
      }
    }
    return page(pupil, form, errors, scope, model);
  }

  /** One session of a plan. */
  @PostMapping("/withdraw")
  String withdraw(
      @PathVariable long id,
      @RequestParam LocalDate day,
      @RequestParam Session half,
      Scope scope,
      RedirectAttributes next) {
    Pupil pupil = find(id, scope);
    planning.withdraw(pupil.id(), day, day, Set.of(half), scope);
    next.addFlashAttribute(
        "withdrawn",
        "The plan for the %s of %s is withdrawn.".formatted(half.words(), DayWords.full(day)));
    return "redirect:/pupils/" + id + "/planned-marks/new";
  }

  private static String words(Outcome outcome) {
    List<String> parts = new ArrayList<>();
    parts.add(sessions(outcome.planned()) + " planned");
    if (outcome.settled() > 0) {
      parts.add(sessions(outcome.settled()) + " of today settled at once");
    }
    if (outcome.marked() > 0) {
      parts.add(sessions(outcome.marked()) + " left as marked already");
    }
    if (outcome.closed() > 0) {
      parts.add(sessions(outcome.closed()) + " skipped, the school is closed");
    }
    return "The absence is entered: " + String.join("; ", parts) + ".";
  }

  private static String sessions(int n) {
    return n == 1 ? "1 session" : n + " sessions";
  }

  private String page(
      Pupil pupil, Form form, Map<String, String> errors, Scope scope, Model model) {
    LocalDate today = today();
    model.addAttribute("pupil", pupil);
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("codes", choices.forPlans(today, pupil));
    model.addAttribute(
        "planned",
        planned.of(pupil.id(), today, today.plusDays(AHEAD), scope).stream()
            .map(PlanController::row)
            .toList());
    return "register/plan";
  }

  private static Planned row(PlannedMark mark) {
    return new Planned(
        DayWords.full(mark.day()) + ", " + mark.session().words(),
        mark.code(),
        mark.reason(),
        mark.by().name() + ", " + mark.by().title(),
        mark.day(),
        mark.session());
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }

  private Pupil find(long id, Scope scope) {
    return pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
  }
}

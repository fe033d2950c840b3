package uk.attendance.casefile.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.ProcessModels;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.pupil.web.PupilHeadings;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** A pupil's cases, and the safeguarding lead's hold on them. */
@Controller
@ForPupilStaff
@RequestMapping("/pupils/{id:[0-9]{1,18}}")
class CasesOfPupilController {

  private final Shown shown;
  private final Holds holds;
  private final Pupils pupils;
  private final PupilHeadings headings;
  private final Clock clock;

  CasesOfPupilController(
      Shown shown, Holds holds, Pupils pupils, PupilHeadings headings, Clock clock) {
    this.shown = shown;
    this.holds = holds;
    this.pupils = pupils;
    this.headings = headings;
    this.clock = clock;
  }

  /** One case as a line. */
  record Line(long id, String process, String cause, String opened, String state, boolean open) {}

  /** A hold, for those who may read its reason. */
  record HoldLine(
      String reason, String placed, String review, @Nullable String released, boolean holds) {

    static HoldLine of(Hold hold) {
      return new HoldLine(
          hold.reason(),
          "%s, by %s, %s"
              .formatted(Words.when(hold.placedAt()), hold.placedBy(), hold.placedTitle()),
          hold.reviewOn() == null ? "" : DayWords.full(hold.reviewOn()),
          hold.releasedAt() == null
              ? null
              : Words.when(hold.releasedAt()) + ", by " + hold.releasedBy(),
          hold.releasedAt() == null);
    }
  }

  /** Cases as lines, in words. */
  @org.springframework.stereotype.Component
  static class Shown {

    private final CaseFiles cases;
    private final ProcessModels models;

    Shown(CaseFiles cases, ProcessModels models) {
      this.cases = cases;
      this.models = models;
    }

    List<Line> of(PupilId pupil, Scope scope) {
      return cases.of(pupil, scope).stream().map(this::line).toList();
    }

    private Line line(CaseFile file) {
      return new Line(
          file.id().value(),
          models.nameOf(file.process()),
          Words.ofKey(file.cause()),
          Words.when(file.openedAt()),
          file.isOpen() ? "open" : String.valueOf(file.outcome()),
          file.isOpen());
    }
  }

  @GetMapping("/cases")
  String cases(@PathVariable long id, Scope scope, Model model) {
    return page(inSight(id, scope), scope, HoldForm.EMPTY, Map.of(), model);
  }

  @PostMapping("/hold")
  @OnlyFor(Role.DSL)
  String hold(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String review,
      Scope scope,
      SignedIn person,
      Model model) {
    Pupil pupil = ofOwnSchool(id, scope);
    HoldForm form = new HoldForm(reason, review);
    Map<String, String> problems = form.problems(SchoolCalendar.dayOf(clock.instant()));
    if (!problems.isEmpty()) {
      return page(pupil, scope, form, problems, model);
    }
    holds.place(pupil.school(), pupil.id(), reason.strip(), form.reviewOn(), Actor.of(person));
    return "redirect:/pupils/" + id + "/cases";
  }

  @PostMapping("/release")
  @OnlyFor(Role.DSL)
  String release(@PathVariable long id, Scope scope, SignedIn person) {
    holds.release(ofOwnSchool(id, scope).id(), Actor.of(person));
    return "redirect:/pupils/" + id + "/cases";
  }

  private String page(
      Pupil pupil, Scope scope, HoldForm form, Map<String, String> problems, Model model) {
    boolean hidden = holds.hides(pupil.school(), pupil.id(), scope);
    boolean mayRead = scope.has(pupil.school(), Role.DSL, Role.HEADTEACHER);
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    model.addAttribute("heading", headings.of(pupil, "/cases", scope));
    model.addAttribute("hidden", hidden);
    model.addAttribute("sentence", Hold.SENTENCE);
    model.addAttribute("held", holds.isHeld(pupil.id()));
    model.addAttribute("cases", hidden ? List.of() : shown.of(pupil.id(), scope));
    model.addAttribute(
        "holds",
        mayRead ? holds.everOf(pupil.id()).stream().map(HoldLine::of).toList() : List.of());
    model.addAttribute("mayHold", scope.has(pupil.school(), Role.DSL));
    model.addAttribute("form", form);
    model.addAttribute("problems", problems);
    model.addAttribute("today", today.toString());
    return "casefile/of-pupil";
  }

  private Pupil inSight(long id, Scope scope) {
    return pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
  }

  /** The role gate asks about the school one works at; this, about the pupil's. */
  private Pupil ofOwnSchool(long id, Scope scope) {
    Pupil pupil = inSight(id, scope);
    if (!scope.has(pupil.school(), Role.DSL)) {
      throw new NotInSight("pupil", id);
    }
    return pupil;
  }
}

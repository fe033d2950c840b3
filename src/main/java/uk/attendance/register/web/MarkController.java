package uk.attendance.register.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.Amendment;
import uk.attendance.register.Amendments;
import uk.attendance.register.Author;
import uk.attendance.register.CorrectingMarks;
import uk.attendance.register.CorrectingMarks.Correction;
import uk.attendance.register.Mark;
import uk.attendance.register.MarkRefused;
import uk.attendance.register.Marks;
import uk.attendance.school.DayWords;
import uk.attendance.school.Session;

/** Entering a missing mark of one session, or correcting it (NF-R4). */
@Controller
@RequestMapping("/pupils/{id}/marks/{day}/{session}")
class MarkController {

  private final Pupils pupils;
  private final Marks marks;
  private final Amendments amendments;
  private final CorrectingMarks correcting;
  private final MarkChoices choices;

  MarkController(
      Pupils pupils,
      Marks marks,
      Amendments amendments,
      CorrectingMarks correcting,
      MarkChoices choices) {
    this.pupils = pupils;
    this.marks = marks;
    this.amendments = amendments;
    this.correcting = correcting;
    this.choices = choices;
  }

  /** What was typed. */
  record Form(String code, String minutesLate, String reason) {

    Form {
      code = code == null ? "" : code;
      minutesLate = minutesLate == null ? "" : minutesLate;
      reason = reason == null ? "" : reason;
    }
  }

  @GetMapping
  String show(
      @PathVariable long id,
      @PathVariable LocalDate day,
      @PathVariable Session session,
      Scope scope,
      Model model) {
    Pupil pupil = find(id, scope);
    choices.refuseUnlessMayEnter(pupil, day, scope);
    Optional<Mark> mark = marks.of(pupil.id(), day, session, scope);
    Form form =
        new Form(
            mark.map(Mark::code).orElse(""),
            mark.map(Mark::minutesLate).map(String::valueOf).orElse(""),
            "");
    return page(pupil, day, session, form, Map.of(), scope, model);
  }

  @PostMapping
  String save(
      @PathVariable long id,
      @PathVariable LocalDate day,
      @PathVariable Session session,
      Form form,
      Scope scope,
      SignedIn person,
      Model model,
      RedirectAttributes next) {
    Pupil pupil = find(id, scope);
    choices.refuseUnlessMayEnter(pupil, day, scope);
    Map<String, String> errors = new LinkedHashMap<>();
    if (form.code().isBlank()) {
      errors.put("code", "Choose the code that is to stand in the register.");
    } else {
      try {
        boolean changed =
            correcting.correct(
                new Correction(
                    pupil.id(), day, session, form.code(), form.minutesLate(), form.reason()),
                Author.of(person),
                scope);
        next.addFlashAttribute(
            "notice",
            changed
                ? "The mark for the %s of %s is saved."
                    .formatted(session.words(), DayWords.full(day))
                : "Nothing was changed: the register says so already.");
        return "redirect:/pupils/" + id;
      } catch (MarkRefused refused) {
        errors.put(
            refused.getMessage().startsWith("Say why") ? "reason" : "code", refused.getMessage());
      }
    }
    return page(pupil, day, session, form, errors, scope, model);
  }

  private String page(
      Pupil pupil,
      LocalDate day,
      Session session,
      Form form,
      Map<String, String> errors,
      Scope scope,
      Model model) {
    List<Amendment> before =
        amendments.of(pupil.id(), scope).stream()
            .filter(one -> one.day().equals(day) && one.session() == session)
            .toList();
    model.addAttribute("pupil", pupil);
    model.addAttribute("when", session.words() + " of " + DayWords.full(day));
    model.addAttribute("day", day);
    // "session" is a name that the templates keep for themselves
    model.addAttribute("half", session);
    model.addAttribute("mark", marks.of(pupil.id(), day, session, scope).orElse(null));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("codes", choices.on(day, session, pupil));
    model.addAttribute("amendments", before.stream().map(AmendmentRow::of).toList());
    return "register/mark";
  }

  private Pupil find(long id, Scope scope) {
    return pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
  }
}

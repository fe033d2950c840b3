package uk.attendance.firstday.web;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.firstday.EvaluatingRegisterClose.SetAside;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolCalendar;

/**
 * Pupils whose register close failed: until it has worked nobody is asked to ring for them, so that
 * people can look at each and have it tried again.
 */
@Controller
@RequestMapping("/registers/set-aside")
@OnlyFor({
  Role.OFFICE,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.DSL,
  Role.MANAGER
})
class SetAsideController {

  private static final Logger log = LoggerFactory.getLogger(SetAsideController.class);
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final EvaluatingRegisterClose evaluating;
  private final Pupils pupils;

  SetAsideController(EvaluatingRegisterClose evaluating, Pupils pupils) {
    this.evaluating = evaluating;
    this.pupils = pupils;
  }

  /**
   * @param name null for a pupil who is not of this school: a row that should not be there
   */
  record Row(
      long id, @Nullable String name, String since, int attempts, String next, String because) {}

  /** What came of one pupil, to be shown after the way back to the list. */
  record Line(String what, boolean done, String words) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @GetMapping
  String list(CurrentSchool school, Scope scope, Model model) {
    List<SetAside> aside = evaluating.setAside(school.id());
    Map<PupilId, Pupil> named = named(aside.stream().map(SetAside::pupil).toList(), scope);
    model.addAttribute(
        "pupils", aside.stream().map(one -> row(one, named.get(one.pupil()))).toList());
    return "firstday/set-aside";
  }

  /**
   * @param chosen those ticked; null for all
   */
  @PostMapping
  String tryAgain(
      @RequestParam(name = "pupil", required = false) @Nullable List<Long> chosen,
      @RequestParam(defaultValue = "false") boolean all,
      CurrentSchool school,
      SignedIn by,
      Scope scope,
      RedirectAttributes next) {
    Set<Long> wanted = chosen == null ? Set.of() : new HashSet<>(chosen);
    List<PupilId> pupilsToTry =
        evaluating.setAside(school.id()).stream()
            .map(SetAside::pupil)
            .filter(pupil -> all || wanted.contains(pupil.value()))
            .toList();
    if (!all && wanted.isEmpty()) {
      next.addFlashAttribute("refused", "Tick one or more pupils first.");
    } else if (pupilsToTry.isEmpty()) {
      next.addFlashAttribute("told", "They have been looked at meanwhile.");
    } else {
      log.info(
          "account {} has {} pupils of school {} looked at again",
          by.id(),
          pupilsToTry.size(),
          school.id());
      Map<PupilId, Pupil> named = named(pupilsToTry, scope);
      next.addFlashAttribute(
          "results",
          new ArrayList<>(
              evaluating.tryAgain(school.id(), pupilsToTry).stream()
                  .map(tried -> line(tried, named.get(tried.pupil())))
                  .toList()));
    }
    return "redirect:/registers/set-aside";
  }

  private Map<PupilId, Pupil> named(Collection<PupilId> ids, Scope scope) {
    return pupils.byIds(ids, scope).stream()
        .collect(Collectors.toMap(Pupil::id, Function.identity()));
  }

  private static Line line(EvaluatingRegisterClose.Tried tried, @Nullable Pupil pupil) {
    return new Line(
        pupil == null ? "A pupil of another school" : pupil.name(),
        tried.done(),
        tried.done()
            ? "Looked at now. What was due has been opened."
            : "It failed again: " + tried.because());
  }

  private static Row row(SetAside one, @Nullable Pupil pupil) {
    return new Row(
        one.pupil().value(),
        pupil == null ? null : pupil.name(),
        WHEN.format(at(one.since())),
        one.attempts(),
        TIME.format(at(one.tryAt())),
        one.because());
  }

  private static LocalDateTime at(Instant instant) {
    return LocalDateTime.ofInstant(instant, SchoolCalendar.ZONE);
  }
}

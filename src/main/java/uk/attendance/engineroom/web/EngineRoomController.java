package uk.attendance.engineroom.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import uk.attendance.account.Actor;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseId;
import uk.attendance.engineroom.CheckingInvariants;
import uk.attendance.engineroom.EngineWork;
import uk.attendance.engineroom.FailedStep;
import uk.attendance.engineroom.TryingAgain;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.firstday.EvaluatingRegisterClose.SetAside;
import uk.attendance.firstday.EvaluatingRegisterClose.Tried;
import uk.attendance.school.SchoolId;

/** The engine room: for administrators, of the schools that they administer. */
@Controller
@RequestMapping("/engine-room")
@OnlyFor(Role.ADMIN)
class EngineRoomController {

  private static final Logger log = LoggerFactory.getLogger(EngineRoomController.class);
  private static final String BACK = "redirect:/engine-room";

  private final EngineRoomPages pages;
  private final EngineWork engine;
  private final TryingAgain tryingAgain;
  private final EvaluatingRegisterClose evaluating;
  private final CheckingInvariants checking;

  EngineRoomController(
      EngineRoomPages pages,
      EngineWork engine,
      TryingAgain tryingAgain,
      EvaluatingRegisterClose evaluating,
      CheckingInvariants checking) {
    this.pages = pages;
    this.engine = engine;
    this.tryingAgain = tryingAgain;
    this.evaluating = evaluating;
    this.checking = checking;
  }

  /** What came of one step, to be shown after the way back to the page. */
  record Line(String what, boolean done, String words) implements Serializable {
    private static final long serialVersionUID = 1L;

    static Line of(TryingAgain.Result result) {
      return new Line(result.what(), result.done(), result.words());
    }
  }

  @GetMapping
  String room(Scope scope, Model model) {
    model.addAttribute("page", pages.of(scope));
    return "engineroom/room";
  }

  /**
   * @param chosen the steps that were ticked, or the one whose button was pressed
   * @param all those that are listed
   */
  @PostMapping("/steps")
  String steps(
      @RequestParam(name = "job", required = false) @Nullable List<String> chosen,
      @RequestParam(defaultValue = "false") boolean all,
      SignedIn by,
      Scope scope,
      RedirectAttributes next) {
    Set<SchoolId> schools = scope.schoolsWith(Role.ADMIN);
    List<String> jobs =
        all
            ? engine.failed(schools, EngineRoomPages.LISTED).stream().map(FailedStep::job).toList()
            : chosen == null
                ? List.of()
                : chosen.stream()
                    .filter(job -> job.matches("[\\w-]{1,64}"))
                    .limit(EngineRoomPages.LISTED)
                    .toList();
    if (jobs.isEmpty()) {
      next.addFlashAttribute(
          all ? "told" : "refused",
          all ? "No step stands as failed any more." : "Tick one or more steps first.");
    } else {
      show(next, tryingAgain.steps(jobs, schools, Actor.of(by)));
    }
    return BACK;
  }

  /** Lets the timers of a case run that stand still without a hold. */
  @PostMapping("/timers")
  String timers(
      @RequestParam(name = "case") long id, SignedIn by, Scope scope, RedirectAttributes next) {
    show(
        next,
        List.of(tryingAgain.timers(new CaseId(id), scope.schoolsWith(Role.ADMIN), Actor.of(by))));
    return BACK;
  }

  /** Has the pupils of a school looked at again; what came of it without their names. */
  @PostMapping("/set-aside")
  String setAside(@RequestParam String school, SignedIn by, Scope scope, RedirectAttributes next) {
    for (SchoolId id : scope.schoolsWith(Role.ADMIN)) {
      if (id.value().equals(school)) {
        List<SetAside> aside = evaluating.setAside(id);
        log.info(
            "account {} has {} pupils of school {} looked at again", by.id(), aside.size(), id);
        List<Tried> tried = evaluating.tryAgain(id, aside.stream().map(SetAside::pupil).toList());
        next.addFlashAttribute(
            "results",
            new ArrayList<>(
                tried.stream()
                    .map(
                        one ->
                            new Line(
                                "A pupil",
                                one.done(),
                                one.done()
                                    ? "Looked at now. What was due has been opened."
                                    : "It failed again."))
                    .toList()));
      }
    }
    return BACK;
  }

  @PostMapping("/check")
  String check(SignedIn by, RedirectAttributes next) {
    next.addFlashAttribute(
        "told",
        checking.soon(Actor.of(by)).isPresent()
            ? "The check has begun. What it finds appears below; you need not wait for it."
            : "A check is running already. What it finds appears below.");
    return BACK + "#check";
  }

  private static void show(RedirectAttributes next, List<TryingAgain.Result> results) {
    next.addFlashAttribute("results", new ArrayList<>(results.stream().map(Line::of).toList()));
  }
}

package uk.attendance.worklist.web;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.worklist.ChangingTasks;
import uk.attendance.worklist.Colleagues;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.TaskChange;
import uk.attendance.worklist.TaskChange.Seen;
import uk.attendance.worklist.Worklist;

/** Claims, hands back, gives and postpones what was ticked in the list; a result for each. */
@Controller
@RequestMapping("/worklist")
@ForPupilStaff
class ChangeTasksController {

  private static final int LONGEST_REASON = 400;

  private final ChangingTasks changing;
  private final Worklist worklist;
  private final Colleagues colleagues;

  ChangeTasksController(ChangingTasks changing, Worklist worklist, Colleagues colleagues) {
    this.changing = changing;
    this.worklist = worklist;
    this.colleagues = colleagues;
  }

  /** What came of one task, to be shown after the way back to the list. */
  record Line(String what, boolean done, String words, @Nullable String choice)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    static Line of(TaskChange.Result result) {
      return new Line(
          result.what(),
          result.done(),
          result.words(),
          result.colleagueHasIt() ? result.task() + "~" + result.revision() : null);
    }
  }

  @PostMapping("/claim")
  String claim(
      @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
      @RequestParam(defaultValue = "false") boolean evenFromColleagues,
      @RequestParam(defaultValue = "") String view,
      SignedIn by,
      Scope scope,
      RedirectAttributes next) {
    return change(tasks, new TaskChange.Claim(evenFromColleagues), view, by, scope, next);
  }

  @PostMapping("/hand-back")
  String handBack(
      @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
      @RequestParam(defaultValue = "") String view,
      SignedIn by,
      Scope scope,
      RedirectAttributes next) {
    return change(tasks, new TaskChange.HandBack(), view, by, scope, next);
  }

  @PostMapping("/bring-back")
  String bringBack(
      @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
      @RequestParam(defaultValue = "") String view,
      SignedIn by,
      Scope scope,
      RedirectAttributes next) {
    return change(tasks, new TaskChange.BringBack(), view, by, scope, next);
  }

  /**
   * @param to null: who is to have them is yet to be asked
   */
  @PostMapping("/give")
  String give(
      @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "") String view,
      SignedIn by,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    if (to == null) {
      return askAbout("give", tasks, view, scope, model);
    }
    if (!to.matches("\\d{1,18}")) {
      model.addAttribute(
          "errors", new TreeMap<>(java.util.Map.of("to", "Choose who is to have them.")));
      return askAbout("give", tasks, view, scope, model);
    }
    return change(tasks, new TaskChange.Give(AccountId.of(to)), view, by, scope, next);
  }

  /**
   * @param until null: until when is yet to be asked
   */
  @PostMapping("/postpone")
  String postpone(
      @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(defaultValue = "") String because,
      @RequestParam(defaultValue = "") String view,
      SignedIn by,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    if (until == null) {
      return askAbout("postpone", tasks, view, scope, model);
    }
    TreeMap<String, String> errors = new TreeMap<>();
    Optional<LocalDate> day = day(until);
    if (day.isEmpty()) {
      errors.put("until", "Enter the day on which they come back to the list.");
    }
    if (because.isBlank() || because.strip().length() > LONGEST_REASON) {
      errors.put("because", "Say why they wait, in at most %d signs.".formatted(LONGEST_REASON));
    }
    if (!errors.isEmpty()) {
      model.addAttribute("errors", errors);
      model.addAttribute("until", until);
      model.addAttribute("because", because);
      return askAbout("postpone", tasks, view, scope, model);
    }
    return change(
        tasks, new TaskChange.Postpone(day.orElseThrow(), because.strip()), view, by, scope, next);
  }

  private String change(
      @Nullable List<String> tasks,
      TaskChange change,
      String view,
      SignedIn by,
      Scope scope,
      RedirectAttributes next) {
    List<Seen> seen = seen(tasks);
    if (seen.isEmpty()) {
      next.addFlashAttribute("refused", "Tick one or more tasks first.");
    } else {
      next.addFlashAttribute(
          "results",
          new ArrayList<>(
              changing.change(seen, change, by, scope).stream().map(Line::of).toList()));
    }
    return "redirect:" + WorklistAddress.of(view).here();
  }

  private String askAbout(
      String what, @Nullable List<String> tasks, String view, Scope scope, Model model) {
    List<ListedTask> found =
        seen(tasks).stream()
            .flatMap(seen -> worklist.find(seen.task(), scope).stream())
            .filter(task -> task.pupil() != null)
            .toList();
    model.addAttribute("tasks", found);
    model.addAttribute("view", view);
    model.addAttribute("back", WorklistAddress.of(view).here());
    model.addAttribute("people", people(found));
    return "worklist/" + what;
  }

  private List<SignedIn> people(List<ListedTask> tasks) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    tasks.forEach(task -> roles.add(task.role()));
    return colleagues.with(
        roles, tasks.stream().map(ListedTask::school).collect(Collectors.toSet()));
  }

  /** Each is an id, a tilde and the revision that was seen. */
  private static List<Seen> seen(@Nullable List<String> tasks) {
    return tasks == null
        ? List.of()
        : tasks.stream()
            .filter(task -> task.matches("[^~]{1,64}~\\d{1,9}"))
            .distinct()
            .map(
                task ->
                    new Seen(
                        new TaskId(task.substring(0, task.indexOf('~'))),
                        Integer.parseInt(task.substring(task.indexOf('~') + 1))))
            .toList();
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}

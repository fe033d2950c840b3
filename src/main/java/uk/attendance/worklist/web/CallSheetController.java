package uk.attendance.worklist.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.TaskId;
import uk.attendance.worklist.AnsweringCalls;
import uk.attendance.worklist.FamilyToCall.Standing;

/** The call sheet: who is to be rung this morning, and what came of it. */
@Controller
@RequestMapping("/calls")
@OnlyFor({
  Role.OFFICE,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.DSL,
  Role.MANAGER
})
class CallSheetController {

  private final CallPages pages;
  private final AnsweringCalls answering;

  CallSheetController(CallPages pages, AnsweringCalls answering) {
    this.pages = pages;
    this.answering = answering;
  }

  /**
   * What is to be told of one child after the way back to the sheet.
   *
   * @param typed what would be lost
   */
  record Line(String what, String words, @Nullable String typed) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @GetMapping
  String sheet(
      @RequestParam(required = false) @Nullable String show,
      CurrentSchool here,
      SignedIn reader,
      Scope scope,
      Model model) {
    return show(show, here, reader, scope, model);
  }

  /** One call: the same outcome for every child it names. */
  @PostMapping
  @OnlyFor(Role.OFFICE)
  String answer(
      CallForm form,
      @RequestParam(required = false) @Nullable String show,
      CurrentSchool here,
      SignedIn by,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    if (form.tasks().isEmpty() || form.asksForReason()) {
      model.addAttribute("typed", form);
      return show(show, here, by, scope, model);
    }
    String follows = pages.after(form.family(), show, here, scope);
    List<AnsweringCalls.Result> results =
        answering.answer(form.tasks(), form.answers(), Actor.of(by), scope);
    Map<String, String> errors = new TreeMap<>();
    results.forEach(result -> errors.putAll(result.errors()));
    tell(results, form.typed(), next);
    if (!errors.isEmpty()) {
      model.addAttribute("errors", errors);
      model.addAttribute("refused", true);
      model.addAttribute("typed", form);
      model.addAttribute("results", next.getFlashAttributes().get("results"));
      next.getFlashAttributes().clear();
      return show(show, here, by, scope, model);
    }
    return "redirect:" + address(show) + (follows == null ? "" : "#" + follows);
  }

  @PostMapping("/undo")
  @OnlyFor(Role.OFFICE)
  String undo(
      @RequestParam(name = "task", required = false) @Nullable List<String> tasks,
      @RequestParam(required = false) @Nullable String show,
      SignedIn by,
      Scope scope,
      RedirectAttributes next) {
    List<AnsweringCalls.Result> results =
        answering.undo(
            tasks == null ? List.of() : tasks.stream().map(TaskId::new).toList(),
            Actor.of(by),
            scope);
    tell(results, "", next);
    if (!results.isEmpty() && results.stream().allMatch(AnsweringCalls.Result::kept)) {
      next.addFlashAttribute("told", "Taken back. The call is open again.");
    }
    return "redirect:" + address(show);
  }

  private String show(
      @Nullable String show, CurrentSchool here, SignedIn reader, Scope scope, Model model) {
    model.addAllAttributes(pages.of(show, here, reader, scope));
    model.addAttribute("answers", scope.has(here.id(), Role.OFFICE));
    return "worklist/calls";
  }

  /** What was not kept, and by whom; what was typed with it is not lost. */
  private static void tell(
      List<AnsweringCalls.Result> results, String typed, RedirectAttributes next) {
    List<Line> lines = new ArrayList<>();
    for (AnsweringCalls.Result result : results) {
      if (result.refused() != null) {
        lines.add(new Line(result.child(), result.refused(), typed.isEmpty() ? null : typed));
      }
    }
    if (!lines.isEmpty()) {
      next.addFlashAttribute("results", lines);
    }
  }

  private static String address(@Nullable String show) {
    Standing standing = CallPages.standing(show);
    return standing == Standing.TO_CALL ? "/calls" : "/calls?show=" + CallPages.key(standing);
  }
}

package uk.attendance.worklist.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.Hold;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Entered;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.worklist.AlreadySubmitted;
import uk.attendance.worklist.AnswersRefused;
import uk.attendance.worklist.Drafts;
import uk.attendance.worklist.FindingTasks;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.Submission;
import uk.attendance.worklist.SubmittingTasks;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.TaskOnHold;
import uk.attendance.worklist.TaskWithdrawn;

/** One task: its form, and what one should know while filling it in. */
@Controller
@RequestMapping("/tasks/{id:[A-Za-z0-9-]{1,64}}")
@ForPupilStaff
class TaskController {

  private final FindingTasks tasks;
  private final SubmittingTasks submitting;
  private final Drafts drafts;
  private final FilesOfForm files;
  private final TaskPages pages;

  TaskController(
      FindingTasks tasks,
      SubmittingTasks submitting,
      Drafts drafts,
      FilesOfForm files,
      TaskPages pages) {
    this.tasks = tasks;
    this.submitting = submitting;
    this.drafts = drafts;
    this.files = files;
    this.pages = pages;
  }

  @GetMapping
  String show(@PathVariable String id, SignedIn person, Scope scope, Model model) {
    TaskInSight task = tasks.find(new TaskId(id), person, scope);
    if (task instanceof TaskInSight.Open open) {
      Entered entered =
          open.draft().map(Drafts.Draft::entered).orElseGet(() -> Entered.untouched(open.form()));
      pages.open(open, entered, Map.of(), person, scope, model);
      return "worklist/task";
    }
    if (task instanceof TaskInSight.Done done) {
      return done(done, person, scope, model);
    }
    if (task instanceof TaskInSight.Withdrawn gone) {
      model.addAttribute("pupil", gone.pupil());
      model.addAttribute("caseId", gone.file().id().value());
      model.addAttribute("typed", TaskPages.typed(gone.asked(), gone.draft()));
      pages
          .next(gone.file().school(), person, scope)
          .ifPresent(next -> model.addAttribute("next", next));
      return "worklist/task-gone";
    }
    model.addAttribute("sentence", Hold.SENTENCE);
    return "worklist/task-held";
  }

  private String done(TaskInSight.Done done, SignedIn person, Scope scope, Model model) {
    Submission submission = done.submission();
    model.addAttribute("submission", submission);
    model.addAttribute("name", ListedTask.nameOf(submission.task()));
    model.addAttribute("pupil", done.pupil());
    model.addAttribute("at", TaskWords.moment(submission.submittedAt()));
    model.addAttribute("mine", done.isBy(person));
    Submission.Undone undone = submission.undone();
    model.addAttribute(
        "undone",
        undone == null
            ? null
            : "%s took it back at %s.".formatted(undone.name(), TaskWords.moment(undone.at())));
    model.addAttribute("undoUntil", done.undoUntil().map(TaskWords::time).orElse(null));
    model.addAttribute("typed", TaskPages.typed(done.asked(), done.draft()));
    pages
        .next(submission.school(), person, scope)
        .ifPresent(next -> model.addAttribute("next", next));
    return "worklist/task-done";
  }

  /**
   * Everything that the form's buttons do. Whatever comes of it, what was typed is kept.
   *
   * @param action submit, draft, add-row:list, remove-row:list:number, add-file, remove-file:id
   */
  @PostMapping
  String act(
      @PathVariable String id,
      @RequestParam(name = "do", defaultValue = "submit") String action,
      @RequestParam MultiValueMap<String, MultipartFile> uploads,
      WebRequest request,
      SignedIn person,
      Scope scope,
      Model model,
      RedirectAttributes next)
      throws IOException {
    TaskInSight task = tasks.find(new TaskId(id), person, scope);
    if (!(task instanceof TaskInSight.Open open)) {
      task.asked()
          .ifPresent(
              form ->
                  keep(new TaskId(id), person, Entered.ofRequest(form, request.getParameterMap())));
      return "redirect:/tasks/" + id;
    }
    if (!open.mayAnswer()) {
      throw new NotAllowed(
          "answering task " + id,
          open.task().school(),
          scope.rolesAt(open.task().school()),
          List.of(Role.of(open.task().role())));
    }
    Entered entered = Entered.ofRequest(open.form(), request.getParameterMap());
    FilesOfForm.Taken taken = files.take(open, entered, uploads, person);
    if (!taken.errors().isEmpty()) {
      return again(open, taken.entered(), taken.errors(), person, scope, model);
    }
    if (action.equals("submit")) {
      return submit(open, taken.entered(), person, scope, model, next);
    }
    FormAction done = FormAction.of(action, open.form());
    Entered after = files.remove(open, done.applied(taken.entered()), done, person, scope);
    drafts.save(open.task().id(), person.id(), after);
    return "redirect:/tasks/" + id + done.place();
  }

  private String submit(
      TaskInSight.Open open,
      Entered entered,
      SignedIn person,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    TaskId id = open.task().id();
    try {
      submitting.submit(id, entered, Actor.of(person), scope);
      next.addFlashAttribute("justDone", true);
    } catch (AnswersRefused refused) {
      keep(id, person, entered);
      return again(open, entered, inOrder(refused.errors()), person, scope, model);
    } catch (AlreadySubmitted | TaskWithdrawn | TaskOnHold late) {
      // the page says which, and shows what was typed
      keep(id, person, entered);
    }
    return "redirect:/tasks/" + id;
  }

  private static Map<String, String> inOrder(Map<String, String> errors) {
    return new LinkedHashMap<>(errors);
  }

  private String again(
      TaskInSight.Open open,
      Entered entered,
      Map<String, String> errors,
      SignedIn person,
      Scope scope,
      Model model) {
    pages.open(open, entered, errors, person, scope, model);
    return "worklist/task";
  }

  private void keep(TaskId id, SignedIn person, Entered entered) {
    if (!entered.isEmpty()) {
      drafts.save(id, person.id(), entered);
    }
  }
}

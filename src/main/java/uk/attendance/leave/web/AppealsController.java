package uk.attendance.leave.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.Hold;
import uk.attendance.form.Entered;
import uk.attendance.form.Supplied;
import uk.attendance.form.web.FormPage;
import uk.attendance.leave.AppealingByLink;
import uk.attendance.leave.InvitingPanel;
import uk.attendance.leave.Leave;
import uk.attendance.leave.LeavePaper;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.OpenAppeals;
import uk.attendance.leave.OpenAppeals.Papers;
import uk.attendance.leave.RequestId;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.AlreadySubmitted;
import uk.attendance.worklist.AnswersRefused;
import uk.attendance.worklist.FindingTasks;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;
import uk.attendance.worklist.SubmittingTasks;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.TaskOnHold;
import uk.attendance.worklist.TaskWithdrawn;

/**
 * The hearing, for the clerk and the governors: the papers of one appeal, what is to be done about
 * it next, and nothing else of any pupil.
 */
@Controller
@RequestMapping("/appeals")
@OnlyFor({Role.GOVERNOR, Role.APPEALS_CLERK})
class AppealsController {

  private static final Set<String> TASKS = Set.of(Leave.ADMIT, Leave.ARRANGE_HEARING, Leave.HEAR);

  private final OpenAppeals appeals;
  private final AppealViews views;
  private final PanelChoices choices;
  private final OpenTasks open;
  private final FindingTasks tasks;
  private final SubmittingTasks submitting;
  private final InvitingPanel inviting;
  private final LeavePapers papers;
  private final PapersOfForm files;
  private final PolicyPacks packs;
  private final Calendars calendars;
  private final Clock clock;

  AppealsController(
      OpenAppeals appeals,
      AppealViews views,
      PanelChoices choices,
      OpenTasks open,
      FindingTasks tasks,
      SubmittingTasks submitting,
      InvitingPanel inviting,
      LeavePapers papers,
      PapersOfForm files,
      PolicyPacks packs,
      Calendars calendars,
      Clock clock) {
    this.appeals = appeals;
    this.views = views;
    this.choices = choices;
    this.open = open;
    this.tasks = tasks;
    this.submitting = submitting;
    this.inviting = inviting;
    this.papers = papers;
    this.files = files;
    this.packs = packs;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** An appeal in the list. */
  record Line(
      long id, String pupil, String days, String received, String next, String due, boolean late) {}

  /** What is to be done next. */
  record NextStep(String id, String name, String due, String dueWords, String role) {}

  @GetMapping
  String list(CurrentSchool school, SignedIn reader, Scope scope, Model model) {
    model.addAttribute(
        "open", appeals.at(school.id(), reader.id()).stream().map(this::line).toList());
    model.addAttribute("panelOnly", !scope.has(school.id(), Role.APPEALS_CLERK));
    return "leave/appeals";
  }

  private Line line(Papers found) {
    AppealShown shown = views.of(found);
    LocalDate due = task(found).map(OpenTask::dueOn).orElse(found.appeal().heardBy());
    LocalDate today = today();
    return new Line(
        shown.id(),
        shown.child(),
        shown.days(),
        shown.appealReceived(),
        shown.hearing() == null ? "no hearing arranged yet" : "hearing " + shown.hearing().when(),
        calendars.of(found.request().school()).timeLeft(today, due).inWords(),
        due.isBefore(today));
  }

  @GetMapping("/{id:[0-9]{1,18}}")
  String show(@PathVariable long id, CurrentSchool school, SignedIn reader, Model model) {
    return page(find(id, school, reader), null, Map.of(), reader, model);
  }

  @PostMapping("/{id:[0-9]{1,18}}")
  String act(
      @PathVariable long id,
      WebRequest request,
      CurrentSchool school,
      SignedIn reader,
      Model model,
      RedirectAttributes next) {
    Papers found = find(id, school, reader);
    Optional<OpenTask> task =
        task(found).filter(one -> one.id().value().equals(request.getParameter("task")));
    if (task.isEmpty()
        || !(tasks.find(task.get().id(), reader, found.scope()) instanceof TaskInSight.Open now)) {
      next.addFlashAttribute("said", "That step is done already");
      return "redirect:/appeals/" + id;
    }
    Entered entered = Entered.ofRequest(now.form(), request.getParameterMap());
    try {
      submitting.submit(task.get().id(), entered, Actor.of(reader), found.scope());
    } catch (AnswersRefused refused) {
      return page(found, entered, new LinkedHashMap<>(refused.errors()), reader, model);
    } catch (AlreadySubmitted | TaskWithdrawn | TaskOnHold late) {
      next.addFlashAttribute("said", "That step is done already");
      return "redirect:/appeals/" + id;
    }
    if (task.get().task().equals(Leave.ARRANGE_HEARING)) {
      Papers arranged = find(id, school, reader);
      inviting.invite(arranged.appeal(), arranged.request());
    }
    next.addFlashAttribute("said", said(task.get().task()));
    return appeals.find(new RequestId(id), school.id(), reader.id()).isPresent()
        ? "redirect:/appeals/" + id
        : "redirect:/appeals";
  }

  private static String said(String task) {
    return switch (task) {
      case Leave.ARRANGE_HEARING -> "The hearing is arranged; the family and the panel are told";
      case Leave.HEAR -> "The outcome is recorded; the family is told";
      default -> "It is recorded";
    };
  }

  @GetMapping("/{id:[0-9]{1,18}}/hearing.ics")
  ResponseEntity<byte[]> calendar(@PathVariable long id, CurrentSchool school, SignedIn reader) {
    Papers found = find(id, school, reader);
    String words =
        inviting
            .file(found.appeal(), found.request())
            .map(inviting::words)
            .orElseThrow(() -> new NotInSight("hearing", id));
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("hearing.ics").build().toString())
        .body(words.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/{id:[0-9]{1,18}}/papers/{paper:[0-9]{1,18}}")
  void paper(
      @PathVariable long id,
      @PathVariable long paper,
      CurrentSchool school,
      SignedIn reader,
      HttpServletResponse response)
      throws IOException {
    Papers found = find(id, school, reader);
    LeavePaper kept =
        papers
            .find(found.request().conversation(), paper)
            .or(() -> papers.find(AppealingByLink.papersOf(found.request()), paper))
            .orElseThrow(() -> new NotInSight("file", paper));
    files.handOut(kept, response);
  }

  private String page(
      Papers found,
      @Nullable Entered entered,
      Map<String, String> errors,
      SignedIn reader,
      Model model) {
    model.addAttribute("papers", views.of(found));
    model.addAttribute("errors", FormPage.linked(errors));
    model.addAttribute("task", null);
    Optional<OpenTask> task = task(found);
    if (task.isPresent() && task.get().onHold()) {
      model.addAttribute("sentence", Hold.SENTENCE);
      return "worklist/task-held";
    }
    if (task.isPresent()
        && seesTask(task.get(), found)
        && tasks.find(task.get().id(), reader, found.scope()) instanceof TaskInSight.Open now) {
      Supplied supplied = choices.of(now.supplied(), found);
      model.addAttribute(
          "nodes",
          FormPage.of(
              now.form(),
              entered == null ? Entered.untouched(now.form()) : entered,
              errors,
              supplied));
      model.addAttribute("task", step(now));
      model.addAttribute("mayAnswer", now.mayAnswer());
    }
    return "leave/hearing";
  }

  private static boolean seesTask(OpenTask task, Papers found) {
    return found.scope().has(found.request().school(), Role.of(task.role()));
  }

  private NextStep step(TaskInSight.Open now) {
    OpenTask task = now.task();
    String left = calendars.of(task.school()).timeLeft(today(), task.dueOn()).inWords();
    return new NextStep(
        task.id().value(),
        ListedTask.nameOf(task.task()),
        left,
        "Due on %s: %s".formatted(DayWords.full(task.dueOn()), left),
        packs.pack(now.file().pack()).roleTitle(task.role()));
  }

  private Optional<OpenTask> task(Papers found) {
    return open.of(found.request().caseId()).stream()
        .filter(task -> TASKS.contains(task.task()))
        .findFirst();
  }

  private Papers find(long id, CurrentSchool school, SignedIn reader) {
    return appeals
        .find(new RequestId(id), school.id(), reader.id())
        .orElseThrow(() -> new NotInSight("appeal", id));
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }
}

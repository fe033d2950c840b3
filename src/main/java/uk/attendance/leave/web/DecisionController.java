package uk.attendance.leave.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.TaskId;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.web.DecisionQueue.Waiting;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.AlreadySubmitted;
import uk.attendance.worklist.AnswerRefused;
import uk.attendance.worklist.AnswersRefused;
import uk.attendance.worklist.FindingTasks;
import uk.attendance.worklist.SubmittingTasks;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.TaskOnHold;
import uk.attendance.worklist.TaskWithdrawn;
import uk.attendance.worklist.web.TaskPart;

/**
 * The headteacher's queue: one request at a time with everything in view. The letter is read before
 * the decision; what was read is what goes, or it is shown again.
 */
@Controller
@RequestMapping("/leave/decisions")
class DecisionController {

  /** Beside the form: who the pupil is and how attendance stands; the rest is the page's own. */
  private static final int LAST_CARD = 20;

  private final DecisionQueue queue;
  private final FindingTasks tasks;
  private final SubmittingTasks submitting;
  private final List<TaskPart> parts;
  private final LeaveRequests requests;
  private final RequestViews views;
  private final LettersOfDecision letters;
  private final Calendars calendars;
  private final Clock clock;

  DecisionController(
      DecisionQueue queue,
      FindingTasks tasks,
      SubmittingTasks submitting,
      List<TaskPart> parts,
      LeaveRequests requests,
      RequestViews views,
      LettersOfDecision letters,
      Calendars calendars,
      Clock clock) {
    this.queue = queue;
    this.tasks = tasks;
    this.submitting = submitting;
    this.parts = parts;
    this.requests = requests;
    this.views = views;
    this.letters = letters;
    this.calendars = calendars;
    this.clock = clock;
  }

  record Code(String value, String label) {}

  /** Codes of leave, each with the ground that it is for. */
  private static final List<Code> CODES =
      List.of(
          new Code("C", "C – exceptional circumstances"),
          new Code("C1", "C1 – regulated performance or employment abroad"),
          new Code("C2", "C2 – temporary part-time timetable"),
          new Code("J1", "J1 – interview"),
          new Code("S", "S – study leave"),
          new Code("R", "R – religious observance"));

  @GetMapping
  String first(
      CurrentSchool school, SignedIn reader, Scope own, Model model, RedirectAttributes next) {
    Scope scope = queue.scope(school.id(), reader, own);
    List<Waiting> waiting = queue.at(school.id(), scope);
    Object decided = model.getAttribute("decided");
    if (waiting.isEmpty()) {
      model.addAttribute("decided", decided);
      model.addAttribute("deputises", own.has(school.id(), Role.HEADTEACHER));
      return "leave/nothing-to-decide";
    }
    if (decided != null) {
      next.addFlashAttribute("decided", decided);
    }
    return "redirect:/leave/decisions/" + waiting.get(0).task().id();
  }

  @GetMapping("/{task}")
  String show(
      @PathVariable String task, CurrentSchool school, SignedIn reader, Scope own, Model model) {
    Scope scope = queue.scope(school.id(), reader, own);
    Optional<Waiting> found = find(task, school, scope);
    return found.isEmpty()
        ? "redirect:/leave/decisions"
        : page(
            found.get(),
            DecisionForm.of(found.get().request()),
            Map.of(),
            null,
            reader,
            scope,
            model);
  }

  @PostMapping("/{task}")
  String act(
      @PathVariable String task,
      DecisionForm form,
      CurrentSchool school,
      SignedIn reader,
      Scope own,
      Model model,
      RedirectAttributes next) {
    Scope scope = queue.scope(school.id(), reader, own);
    Optional<Waiting> found = find(task, school, scope);
    if (found.isEmpty()) {
      next.addFlashAttribute("decided", "That request is decided or withdrawn already");
      return "redirect:/leave/decisions";
    }
    Waiting waiting = found.get();
    Map<String, String> errors =
        new LinkedHashMap<>(form.missing(waiting.request().mustBeDeclined()));
    if (!errors.isEmpty()) {
      return page(waiting, form, errors, null, reader, scope, model);
    }
    LettersOfDecision.Letters written;
    try {
      written = letters.of(waiting, form, Actor.of(reader));
    } catch (AnswerRefused refused) {
      errors.put(refused.field(), refused.sentence());
      return page(waiting, form, errors, null, reader, scope, model);
    }
    if (!form.decides() || !form.shown().equals(written.digest())) {
      return page(waiting, form, errors, written, reader, scope, model);
    }
    try {
      submitting.submit(waiting.task().id(), form.answers(), Actor.of(reader), scope);
      next.addFlashAttribute(
          "decided", form.inWords() + ": " + views.of(waiting.request(), scope).pupil());
      return "redirect:/leave/decisions";
    } catch (AnswersRefused refused) {
      errors.putAll(refused.errors());
      return page(waiting, form, errors, written, reader, scope, model);
    } catch (AlreadySubmitted | TaskWithdrawn | TaskOnHold late) {
      next.addFlashAttribute("decided", "That request is decided or withdrawn already");
      return "redirect:/leave/decisions";
    }
  }

  private Optional<Waiting> find(String task, CurrentSchool school, Scope scope) {
    return queue.at(school.id(), scope).stream()
        .filter(one -> one.task().id().value().equals(task))
        .findFirst();
  }

  private String page(
      Waiting waiting,
      DecisionForm form,
      Map<String, String> errors,
      LettersOfDecision.@Nullable Letters written,
      SignedIn reader,
      Scope scope,
      Model model) {
    LeaveRequest request = waiting.request();
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    TaskId id = waiting.task().id();
    List<Waiting> all = queue.at(request.school(), scope);
    model.addAttribute("task", id.value());
    model.addAttribute("request", views.of(request, scope));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("codes", CODES);
    model.addAttribute(
        "due",
        calendars
            .of(request.school())
            .timeLeft(today, waiting.task().dueOn())
            .inWords()
            .split(";")[0]);
    model.addAttribute("late", waiting.task().dueOn().isBefore(today));
    model.addAttribute("firstDay", DayWords.full(request.from()));
    model.addAttribute(
        "days", AskedDays.of(calendars.of(request.school()), request.from(), request.to(), today));
    model.addAttribute(
        "place",
        "Request %d of %d waiting for a decision"
            .formatted(DecisionQueue.position(id, all) + 1, all.size()));
    model.addAttribute(
        "next", DecisionQueue.after(id, all).map(one -> one.task().id().value()).orElse(null));
    model.addAttribute("letters", written == null ? List.of() : written.all());
    model.addAttribute("shown", written == null ? null : written.digest());
    model.addAttribute("earlier", earlier(request, scope));
    model.addAttribute("cards", cards(id, reader, scope));
    return "leave/decide";
  }

  private List<RequestViews.Line> earlier(LeaveRequest request, Scope scope) {
    return views.lines(
        requests.of(request.pupil(), scope).stream()
            .filter(one -> !one.id().equals(request.id()))
            .toList(),
        scope);
  }

  private List<TaskPart.Card> cards(TaskId id, SignedIn reader, Scope scope) {
    return tasks.find(id, reader, scope) instanceof TaskInSight.Open open
        ? parts.stream()
            .flatMap(part -> part.card(open, scope).stream())
            .filter(card -> card.order() <= LAST_CARD)
            .sorted(Comparator.comparingInt(TaskPart.Card::order))
            .toList()
        : List.of();
  }
}

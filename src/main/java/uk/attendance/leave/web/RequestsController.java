package uk.attendance.leave.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.SchoolDates;
import uk.attendance.leave.Appealing;
import uk.attendance.leave.ChangingDates;
import uk.attendance.leave.Deputies;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.leave.RequestId;
import uk.attendance.leave.RequestRefused;
import uk.attendance.leave.RequestState;
import uk.attendance.leave.WithdrawingRequests;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;

/** Requests for leave: all that are open, one with its papers, and what the family changes. */
@Controller
@RequestMapping("/leave")
@OnlyFor({
  Role.OFFICE,
  Role.ATTENDANCE_OFFICER,
  Role.ATTENDANCE_LEAD,
  Role.HEADTEACHER,
  Role.DSL,
  Role.MANAGER
})
class RequestsController {

  private static final Role[] KEYS_IN = {
    Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD
  };
  private static final int LONGEST = 4000;

  private final LeaveRequests requests;
  private final RequestViews views;
  private final LeavePapers papers;
  private final PapersOfForm files;
  private final Deputies deputies;
  private final WithdrawingRequests withdrawing;
  private final ChangingDates changing;
  private final Appealing appealing;
  private final Calendars calendars;
  private final Clock clock;

  RequestsController(
      LeaveRequests requests,
      RequestViews views,
      LeavePapers papers,
      PapersOfForm files,
      Deputies deputies,
      WithdrawingRequests withdrawing,
      ChangingDates changing,
      Appealing appealing,
      Calendars calendars,
      Clock clock) {
    this.requests = requests;
    this.views = views;
    this.papers = papers;
    this.files = files;
    this.deputies = deputies;
    this.withdrawing = withdrawing;
    this.changing = changing;
    this.appealing = appealing;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** What the office may do with a request. */
  record Can(boolean withdraw, boolean change, boolean appeal, String appealWords) {}

  /** What was typed beside it. */
  record Beside(
      String appealReceived, String appealReasons, String changedFirst, String changedLast) {}

  @GetMapping
  String list(CurrentSchool school, SignedIn reader, Scope scope, Model model) {
    model.addAttribute("school", school);
    model.addAttribute(
        "waiting", views.lines(requests.waitingForDecision(school.id(), scope), scope));
    model.addAttribute("decided", views.lines(requests.decidedAndOpen(school.id(), scope), scope));
    model.addAttribute(
        "decides",
        scope.has(school.id(), Role.HEADTEACHER) || deputies.decides(school.id(), reader.id()));
    model.addAttribute("keysIn", scope.has(school.id(), KEYS_IN));
    model.addAttribute("deputises", scope.has(school.id(), Role.HEADTEACHER));
    return "leave/requests";
  }

  @GetMapping("/requests/{id:[0-9]{1,18}}")
  String show(@PathVariable long id, CurrentSchool school, Scope scope, Model model) {
    LeaveRequest request = find(id, school, scope);
    return page(request, Map.of(), new Beside(today().toString(), "", "", ""), scope, model);
  }

  @GetMapping("/requests/{id:[0-9]{1,18}}/papers/{paper:[0-9]{1,18}}")
  void paper(
      @PathVariable long id,
      @PathVariable long paper,
      CurrentSchool school,
      Scope scope,
      HttpServletResponse response)
      throws IOException {
    LeaveRequest request = find(id, school, scope);
    files.handOut(
        papers.find(request.conversation(), paper).orElseThrow(() -> new NotInSight("file", paper)),
        response);
  }

  @PostMapping("/requests/{id:[0-9]{1,18}}/withdraw")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD})
  String withdraw(
      @PathVariable long id,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      RedirectAttributes next) {
    LeaveRequest request = find(id, school, scope);
    try {
      withdrawing.withdraw(request.id(), Actor.of(person));
      next.addFlashAttribute("said", "The request is withdrawn");
    } catch (RequestRefused refused) {
      next.addFlashAttribute("said", refused.sentence());
    }
    return "redirect:/leave/requests/" + id;
  }

  @PostMapping("/requests/{id:[0-9]{1,18}}/dates")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD})
  String change(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String changedFirst,
      @RequestParam(defaultValue = "") String changedLast,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    LeaveRequest request = find(id, school, scope);
    Map<String, String> errors = new LinkedHashMap<>();
    LocalDate from = day("changedFirst", changedFirst, errors);
    LocalDate to = day("changedLast", changedLast, errors);
    if (errors.isEmpty()) {
      try {
        RequestId changed = changing.change(request.id(), from, to, Actor.of(person));
        next.addFlashAttribute(
            "said", "The dates are changed; the new request waits for a decision");
        return "redirect:/leave/requests/" + changed;
      } catch (RequestRefused refused) {
        errors.put(
            refused.field().equals("to") ? "changedLast" : "changedFirst", refused.sentence());
      }
    }
    return page(
        request,
        errors,
        new Beside(today().toString(), "", changedFirst.strip(), changedLast.strip()),
        scope,
        model);
  }

  @PostMapping("/requests/{id:[0-9]{1,18}}/appeal")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD})
  String appeal(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String appealReceived,
      @RequestParam(defaultValue = "") String appealReasons,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    LeaveRequest request = find(id, school, scope);
    Map<String, String> errors = new LinkedHashMap<>();
    LocalDate received = day("appealReceived", appealReceived, errors);
    if (appealReasons.isBlank()) {
      errors.put("appealReasons", "Give the reasons that stand in the letter.");
    } else if (appealReasons.strip().length() > LONGEST) {
      errors.put("appealReasons", "Please keep this to %d characters.".formatted(LONGEST));
    }
    if (errors.isEmpty()) {
      try {
        appealing.appeal(
            request.id(),
            appealReasons.strip(),
            request.applicant().name(),
            received,
            Actor.of(person));
        next.addFlashAttribute("said", "The appeal is recorded");
        return "redirect:/leave/requests/" + id;
      } catch (RequestRefused refused) {
        errors.put(
            refused.field().equals("receivedOn") ? "appealReceived" : "appealReasons",
            refused.sentence());
      }
    }
    return page(
        request,
        errors,
        new Beside(appealReceived.strip(), appealReasons.strip(), "", ""),
        scope,
        model);
  }

  private static LocalDate day(String field, String typed, Map<String, String> errors) {
    return SchoolDates.read(typed.strip())
        .orElseGet(
            () -> {
              errors.put(field, "Give the day, like 3/11/2025.");
              return LocalDate.EPOCH;
            });
  }

  private String page(
      LeaveRequest request, Map<String, String> errors, Beside typed, Scope scope, Model model) {
    boolean keysIn = scope.has(request.school(), KEYS_IN);
    boolean over = request.to().isBefore(today());
    model.addAttribute("request", views.of(request, scope));
    model.addAttribute("errors", errors);
    model.addAttribute("typed", typed);
    model.addAttribute("keysIn", keysIn);
    model.addAttribute("can", can(request, keysIn, over));
    model.addAttribute(
        "days",
        AskedDays.of(calendars.of(request.school()), request.from(), request.to(), today()));
    return "leave/one";
  }

  private Can can(LeaveRequest request, boolean keysIn, boolean over) {
    boolean stands = request.state() == RequestState.ASKED || request.state().isDecided();
    LocalDate until = request.decision() == null ? null : request.decision().appealUntil();
    return new Can(
        keysIn && stands && !over,
        keysIn && stands && !over,
        keysIn && until != null && request.state() != RequestState.GRANTED,
        until == null
            ? ""
            : today().isAfter(until)
                ? "In time until %s; the chair of the governors says whether a later one is heard."
                    .formatted(DayWords.full(until))
                : "In time until %s.".formatted(DayWords.full(until)));
  }

  private LeaveRequest find(long id, CurrentSchool school, Scope scope) {
    return requests
        .find(new RequestId(id), scope)
        .filter(one -> one.school().equals(school.id()))
        .orElseThrow(() -> new NotInSight("request for leave", id));
  }

  private LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }
}

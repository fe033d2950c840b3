package uk.attendance.leave.web;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.leave.Ground;
import uk.attendance.leave.LeavePaper;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.NewRequest;
import uk.attendance.leave.RequestRefused;
import uk.attendance.leave.RequestingLeave;
import uk.attendance.leave.TakingInRequests;
import uk.attendance.leave.Way;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.SchoolId;

/** The office keys in a request that came on paper: one screen, the policy's word, one press. */
@Controller
@RequestMapping("/leave/new")
@OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD})
class PaperRequestController {

  private static final int LONGEST_NAME = 200;
  private static final String TOKEN = "[0-9a-f-]{36}";

  private final PaperPages pages;
  private final RequestingLeave requesting;
  private final TakingInRequests taking;
  private final LeavePapers papers;
  private final PapersOfForm uploads;

  PaperRequestController(
      PaperPages pages,
      RequestingLeave requesting,
      TakingInRequests taking,
      LeavePapers papers,
      PapersOfForm uploads) {
    this.pages = pages;
    this.requesting = requesting;
    this.taking = taking;
    this.papers = papers;
    this.uploads = uploads;
  }

  @GetMapping
  String blank(
      @RequestParam(required = false) @Nullable Long pupil,
      @RequestParam(defaultValue = "") String q,
      CurrentSchool school,
      Scope scope,
      Model model) {
    RequestForm blank =
        RequestForm.blank(UUID.randomUUID().toString(), pupil, q, pages.today().toString());
    pages.show(blank, Map.of(), null, school, scope, model);
    return "leave/paper";
  }

  @PostMapping
  String act(
      RequestForm typed,
      @RequestParam(required = false) @Nullable List<MultipartFile> paper,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      Model model,
      RedirectAttributes next)
      throws IOException {
    RequestForm form =
        typed.token().matches(TOKEN) ? typed : typed.withToken(UUID.randomUUID().toString());
    Map<String, String> errors = new LinkedHashMap<>();
    form.removes().ifPresent(id -> papers.remove(school.id(), form.token(), id));
    uploads.take(school.id(), form.token(), paper, errors);
    CheckedRequest checked = null;
    if (!form.asksOnly()) {
      List<Pupil> children = pages.children(form, school, scope, errors);
      NewRequest request = read(form, children, school.id(), errors);
      if (errors.isEmpty()) {
        try {
          if (form.sends()) {
            LeaveRequest taken = taking.take(request, Actor.of(person));
            next.addFlashAttribute("said", "The request is recorded");
            return "redirect:/leave/requests/" + taken.id();
          }
          checked = CheckedRequest.of(requesting.preview(request), children, request.ground());
        } catch (RequestRefused refused) {
          errors.put(refused.field(), refused.sentence());
        }
      }
    }
    pages.show(form, errors, checked, school, scope, model);
    return "leave/paper";
  }

  private NewRequest read(
      RequestForm form, List<Pupil> children, SchoolId school, Map<String, String> errors) {
    Long applicant = form.applicant();
    if (applicant == null) {
      errors.put("applicant", "Say who asks.");
    } else if (applicant == 0 && form.applicantName().isEmpty()) {
      errors.put("applicantName", "Give the name that stands on the form.");
    } else if (form.applicantName().length() > LONGEST_NAME) {
      errors.put("applicantName", "Please keep the name to %d characters.".formatted(LONGEST_NAME));
    }
    LocalDate from = form.day("from", form.from(), "Give the first day away.", errors);
    LocalDate to = form.day("to", form.to(), "Give the last day away.", errors);
    LocalDate received =
        form.day("receivedOn", form.receivedOn(), "Give the day it was received.", errors);
    Ground ground = form.chosenGround().orElse(Ground.EXCEPTIONAL);
    if (form.chosenGround().isEmpty()) {
      errors.put("ground", "Choose the ground.");
    }
    if (form.reason().isEmpty()) {
      errors.put("reason", "Give the reason that stands on the form.");
    }
    boolean typedName = applicant == null || applicant == 0;
    return new NewRequest(
        school,
        children.stream().map(Pupil::id).toList(),
        from,
        to,
        ground,
        form.reason(),
        typedName ? null : new ContactId(applicant),
        typedName ? form.applicantName() : null,
        form.relationship(),
        received,
        Way.PAPER,
        papers.ofForm(school, form.token()).stream().map(LeavePaper::fileName).toList(),
        form.token());
  }
}

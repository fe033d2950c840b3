package uk.attendance.leave.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.attendance.leave.AskingByLink;
import uk.attendance.leave.AskingByLink.Asked;
import uk.attendance.leave.Ground;
import uk.attendance.leave.LeaveLink;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.RequestRefused;
import uk.attendance.letter.Letterheads;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Schools;

/**
 * A parent's request by a signed link. Opening it does nothing; one press shows what the policy
 * says, another one sends. Afterwards the link shows the receipt.
 */
@Controller
@RequestMapping("/l/{token}")
class RequestByLinkController {

  private final AskingByLink asking;
  private final LeavePapers papers;
  private final PapersOfForm uploads;
  private final Schools schools;
  private final Letterheads heads;
  private final Calendars calendars;
  private final Clock clock;

  RequestByLinkController(
      AskingByLink asking,
      LeavePapers papers,
      PapersOfForm uploads,
      Schools schools,
      Letterheads heads,
      Calendars calendars,
      Clock clock) {
    this.asking = asking;
    this.papers = papers;
    this.uploads = uploads;
    this.schools = schools;
    this.heads = heads;
    this.calendars = calendars;
    this.clock = clock;
  }

  /** A child that the request may be for. */
  record Child(long id, String name, String place, boolean ticked) {}

  @GetMapping
  String open(@PathVariable String token, Model model) {
    Optional<LeaveLink> link = asking.link(token);
    if (link.isEmpty()) {
      return "leave/link-ended";
    }
    return link.get().isUsed()
        ? receipt(link.get(), model)
        : page(token, link.get(), RequestForm.blank("", null, "", ""), Map.of(), null, model);
  }

  @PostMapping
  String act(
      @PathVariable String token,
      RequestForm form,
      @RequestParam(required = false) @Nullable List<MultipartFile> paper,
      Model model)
      throws IOException {
    Optional<LeaveLink> found = asking.link(token);
    if (found.isEmpty()) {
      return "leave/link-ended";
    }
    LeaveLink link = found.get();
    if (link.isUsed()) {
      return "redirect:/l/" + token;
    }
    Map<String, String> errors = new LinkedHashMap<>();
    form.removes().ifPresent(id -> papers.remove(link.school(), link.form(), id));
    uploads.take(link.school(), link.form(), paper, errors);
    if (form.asksOnly()) {
      return page(token, link, form, errors, null, model);
    }
    Asked asked = read(form, errors);
    if (errors.isEmpty()) {
      try {
        if (form.sends()) {
          asking.send(link, asked);
          return "redirect:/l/" + token;
        }
        CheckedRequest checked =
            CheckedRequest.of(asking.preview(link, asked), asking.children(link), asked.ground());
        return page(token, link, form, errors, checked, model);
      } catch (RequestRefused refused) {
        errors.put(refused.field(), refused.sentence());
      }
    }
    return page(token, link, form, errors, null, model);
  }

  private static Asked read(RequestForm form, Map<String, String> errors) {
    if (form.children().isEmpty()) {
      errors.put("children", "Tick at least one child.");
    }
    LocalDate from = form.day("from", form.from(), "Enter the first day away.", errors);
    LocalDate to = form.day("to", form.to(), "Enter the last day away.", errors);
    Ground ground =
        form.chosenGround().filter(Grounds.FOR_PARENTS::contains).orElse(Ground.EXCEPTIONAL);
    if (form.ground().isEmpty()) {
      errors.put("ground", "Choose what the leave is for.");
    }
    if (form.reason().isEmpty()) {
      errors.put("reason", "Write why it cannot be outside term time.");
    }
    return new Asked(
        form.children().stream().distinct().map(PupilId::new).toList(),
        from,
        to,
        ground,
        form.reason());
  }

  private String page(
      String token,
      LeaveLink link,
      RequestForm form,
      Map<String, String> errors,
      @Nullable CheckedRequest checked,
      Model model) {
    List<Pupil> children = asking.children(link);
    if (children.isEmpty()) {
      return "leave/link-ended";
    }
    model.addAttribute("token", token);
    model.addAttribute("school", schools.get(link.school()));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    model.addAttribute("checked", checked);
    model.addAttribute("grounds", Grounds.FOR_PARENTS);
    model.addAttribute("papers", papers.ofForm(link.school(), link.form()));
    model.addAttribute(
        "children",
        children.stream()
            .map(
                child ->
                    new Child(
                        child.id().value(),
                        child.calledName(),
                        child.year().words(),
                        children.size() == 1 || form.children().contains(child.id().value())))
            .toList());
    model.addAttribute(
        "days",
        AskedDays.of(
            calendars.of(link.school()),
            form.day(form.from()),
            form.day(form.to()),
            SchoolCalendar.dayOf(clock.instant())));
    return "leave/request";
  }

  /** What was sent, as its sender may keep it. */
  record Sent(
      String at,
      String children,
      String days,
      String ground,
      String reason,
      List<uk.attendance.leave.LeavePaper> papers) {}

  private String receipt(LeaveLink link, Model model) {
    List<LeaveRequest> sent = asking.sent(link);
    if (sent.isEmpty()) {
      return "leave/link-ended";
    }
    LeaveRequest one = sent.get(0);
    model.addAttribute("school", schools.get(link.school()));
    model.addAttribute("telephone", heads.of(link.school()).telephone());
    model.addAttribute(
        "sent",
        new Sent(
            "received on " + DayWords.full(one.receivedOn()),
            CheckedRequest.and(
                asking.childrenOf(link, sent).stream().map(Pupil::calledName).toList()),
            DayWords.from(one.from(), one.to()),
            one.ground().words(),
            one.reason(),
            papers.of(one.conversation())));
    return "leave/sent";
  }
}

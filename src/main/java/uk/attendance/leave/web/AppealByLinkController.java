package uk.attendance.leave.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import uk.attendance.leave.AppealingByLink;
import uk.attendance.leave.AppealingByLink.Against;
import uk.attendance.leave.LeaveLink;
import uk.attendance.leave.LeavePapers;
import uk.attendance.leave.RequestRefused;
import uk.attendance.letter.Letterheads;
import uk.attendance.school.Schools;

/** A parent's appeal by the link in the letter; opening it does nothing. */
@Controller
@RequestMapping("/a/{token}")
class AppealByLinkController {

  private static final Pattern REMOVE = Pattern.compile("remove-(\\d{1,18})");

  private final AppealingByLink appealing;
  private final LeavePapers papers;
  private final PapersOfForm uploads;
  private final Schools schools;
  private final Letterheads heads;

  AppealByLinkController(
      AppealingByLink appealing,
      LeavePapers papers,
      PapersOfForm uploads,
      Schools schools,
      Letterheads heads) {
    this.appealing = appealing;
    this.papers = papers;
    this.uploads = uploads;
    this.schools = schools;
    this.heads = heads;
  }

  /** What was typed. */
  record Typed(String reasons) {}

  @GetMapping
  String open(@PathVariable String token, Model model) {
    return appealing
        .link(token)
        .map(link -> page(token, link, "", Map.of(), model))
        .orElse("leave/link-ended");
  }

  @PostMapping
  String act(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String reasons,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(required = false) @Nullable List<MultipartFile> paper,
      Model model)
      throws IOException {
    Optional<LeaveLink> found = appealing.link(token);
    if (found.isEmpty()) {
      return "leave/link-ended";
    }
    LeaveLink link = found.get();
    if (link.isUsed()) {
      return "redirect:/a/" + token;
    }
    Map<String, String> errors = new LinkedHashMap<>();
    Matcher remove = REMOVE.matcher(act);
    if (remove.matches()) {
      papers.remove(link.school(), link.form(), Long.parseLong(remove.group(1)));
    }
    uploads.take(link.school(), link.form(), paper, errors);
    if (act.equals("send") && errors.isEmpty()) {
      try {
        appealing.send(link, reasons.strip());
        return "redirect:/a/" + token;
      } catch (RequestRefused refused) {
        errors.put("reasons", refused.sentence());
      }
    }
    return page(token, link, reasons.strip(), errors, model);
  }

  private String page(
      String token, LeaveLink link, String reasons, Map<String, String> errors, Model model) {
    Optional<Against> against = appealing.against(link);
    if (against.isEmpty()) {
      return "leave/link-ended";
    }
    model.addAttribute("token", token);
    model.addAttribute("school", schools.get(link.school()));
    model.addAttribute("telephone", heads.of(link.school()).telephone());
    model.addAttribute("appeal", against.get());
    model.addAttribute("form", new Typed(reasons));
    model.addAttribute("errors", errors);
    model.addAttribute("papers", papers.ofForm(link.school(), link.form()));
    return link.isUsed() ? "leave/appeal-sent" : "leave/appeal";
  }
}

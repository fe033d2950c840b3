package uk.attendance.worklist.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.worklist.SavedViews;

/** The worklist: what is to be done, the overdue first. */
@Controller
@RequestMapping("/worklist")
@ForPupilStaff
class WorklistController {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUERY = 1000;

  private final WorklistPages pages;
  private final SavedViews views;

  WorklistController(WorklistPages pages, SavedViews views) {
    this.pages = pages;
    this.views = views;
  }

  @GetMapping
  String list(
      WorklistAddress address, CurrentSchool here, SignedIn reader, Scope scope, Model model) {
    model.addAllAttributes(pages.of(address, here, reader, scope));
    return "worklist/worklist";
  }

  @PostMapping("/columns")
  String columns(
      @RequestParam(required = false) List<String> column,
      @RequestParam(defaultValue = "") String view,
      SignedIn reader) {
    List<String> wanted = column == null ? List.of() : column;
    views.choose(
        reader.id(),
        Arrays.stream(Column.values()).map(Column::key).filter(wanted::contains).toList());
    return "redirect:" + WorklistAddress.of(view).here();
  }

  @PostMapping("/views")
  String keep(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String view,
      CurrentSchool here,
      SignedIn reader,
      RedirectAttributes next) {
    WorklistAddress address = WorklistAddress.of(view);
    String words = name.strip();
    if (words.isEmpty() || words.length() > LONGEST_NAME) {
      next.addFlashAttribute(
          "refused", "A view is kept by a name of 1 to %d signs.".formatted(LONGEST_NAME));
    } else if (address.asQuery().length() > LONGEST_QUERY) {
      next.addFlashAttribute("refused", "This search is too long to be kept.");
    } else {
      views.keep(reader.id(), here.id(), words, address.asQuery());
      next.addFlashAttribute("told", "The view “%s” is kept.".formatted(words));
    }
    return "redirect:" + address.here();
  }

  @PostMapping("/views/drop")
  String drop(@RequestParam(defaultValue = "0") long id, SignedIn reader, RedirectAttributes next) {
    views.drop(id, reader.id());
    next.addFlashAttribute("told", "The view is no longer kept.");
    return "redirect:/worklist";
  }
}

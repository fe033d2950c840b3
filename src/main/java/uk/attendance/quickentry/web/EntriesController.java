package uk.attendance.quickentry.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.file.SchoolDates;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.Entries.Wanted;
import uk.attendance.quickentry.Entry;
import uk.attendance.quickentry.EntryId;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.EntryRules;
import uk.attendance.quickentry.TakingMessages;
import uk.attendance.register.Author;
import uk.attendance.school.DayWords;

/** What was recorded: by day, the late book among it; one by one; messages dealt with. */
@Controller
@RequestMapping("/entries")
@ForQuickEntry
class EntriesController {

  private static final int SHOWN = 200;

  private final Entries entries;
  private final EntryViews views;
  private final TakingMessages messages;
  private final EntryRules rules;

  EntriesController(Entries entries, EntryViews views, TakingMessages messages, EntryRules rules) {
    this.entries = entries;
    this.views = views;
    this.messages = messages;
    this.rules = rules;
  }

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable String day,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String text,
      CurrentSchool school,
      Scope scope,
      Model model) {
    Map<String, String> errors = new LinkedHashMap<>();
    String typed = day == null ? (text.isBlank() ? words(rules.today()) : "") : day.strip();
    Optional<LocalDate> on = SchoolDates.read(typed);
    if (on.isEmpty() && !typed.isEmpty()) {
      errors.put("day", "“%s” is no date; write it like 3/11/2025.".formatted(typed));
    }
    EntryKind wanted = EntryKind.of(kind).orElse(null);
    model.addAttribute("errors", errors);
    model.addAttribute("day", typed);
    model.addAttribute("kind", kind);
    model.addAttribute("kinds", EntryKind.values());
    model.addAttribute("text", text.strip());
    model.addAttribute("school", school);
    model.addAttribute(
        "headline",
        (wanted == EntryKind.LATE ? "Late book" : wanted == null ? "Entries" : wanted.words())
            + on.map(one -> ", " + DayWords.full(one)).orElse(""));
    model.addAttribute("before", on.map(one -> words(one.minusDays(1))).orElse(null));
    model.addAttribute("after", on.map(one -> words(one.plusDays(1))).orElse(null));
    model.addAttribute("atMost", SHOWN);
    model.addAttribute(
        "entries",
        views.of(
            entries.wanted(
                new Wanted(on.orElse(null), wanted, text, false), school.id(), SHOWN, scope),
            scope));
    return "quickentry/entries";
  }

  @GetMapping("/{id}")
  String show(@PathVariable long id, CurrentSchool school, Scope scope, Model model) {
    Entry entry = find(id, school, scope);
    model.addAttribute("entry", views.of(entry, scope));
    model.addAttribute("school", school);
    return "quickentry/entry";
  }

  /** A message was passed on or dealt with. */
  @PostMapping("/{id}/done")
  String done(
      @PathVariable long id,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      RedirectAttributes next) {
    messages.done(new EntryId(id), school.id(), Author.of(person), scope);
    next.addFlashAttribute("done", true);
    return "redirect:/entries/" + id;
  }

  private Entry find(long id, CurrentSchool school, Scope scope) {
    return entries
        .find(new EntryId(id), school.id(), scope)
        .orElseThrow(() -> new NotInSight("entry", id));
  }

  private static String words(LocalDate day) {
    return "%d/%d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }
}

package uk.attendance.quickentry.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.Pupils;
import uk.attendance.quickentry.Entries;
import uk.attendance.quickentry.Entries.Wanted;
import uk.attendance.quickentry.EntryId;
import uk.attendance.quickentry.EntryKind;
import uk.attendance.quickentry.EntryRefused;
import uk.attendance.quickentry.EntryRules;
import uk.attendance.quickentry.Press;

/** The five quick forms: one field to find the pupil, the rest on the same screen. */
@Controller
@RequestMapping("/quick-entry")
@ForQuickEntry
class QuickEntryController {

  private static final int SHOWN = 30;

  private final FormPages pages;
  private final ReadingForms reading;
  private final Pupils pupils;
  private final Entries entries;
  private final EntryViews views;
  private final EntryRules rules;

  QuickEntryController(
      FormPages pages,
      ReadingForms reading,
      Pupils pupils,
      Entries entries,
      EntryViews views,
      EntryRules rules) {
    this.pages = pages;
    this.reading = reading;
    this.pupils = pupils;
    this.entries = entries;
    this.views = views;
    this.rules = rules;
  }

  @GetMapping
  String start(CurrentSchool school, Scope scope, Model model) {
    model.addAttribute("kinds", EntryKind.values());
    model.addAttribute(
        "messages",
        views.of(
            entries.wanted(new Wanted(null, null, "", true), school.id(), SHOWN, scope), scope));
    model.addAttribute(
        "today",
        views.of(
            entries.wanted(new Wanted(rules.today(), null, "", false), school.id(), SHOWN, scope),
            scope));
    return "quickentry/start";
  }

  /** Pupils by what was typed so far, as buttons of the form that asks. */
  @GetMapping("/pupils")
  String suggest(
      @RequestParam(defaultValue = "") String q, CurrentSchool school, Scope scope, Model model) {
    model.addAttribute("q", q.strip());
    model.addAttribute("found", q.isBlank() ? null : pages.search(q.strip(), school, scope));
    return "quickentry/parts :: suggestions";
  }

  @GetMapping("/{form}")
  String blank(
      @PathVariable String form,
      @RequestParam(required = false) @Nullable Long pupil,
      @RequestParam(defaultValue = "") String q,
      CurrentSchool school,
      Scope scope,
      Model model) {
    QuickForm blank =
        QuickForm.blank(
            newToken(),
            pupil,
            q,
            "%d/%d/%d"
                .formatted(
                    rules.today().getDayOfMonth(),
                    rules.today().getMonthValue(),
                    rules.today().getYear()),
            EntryViews.time(rules.now().toLocalTime()));
    return page(kind(form), blank, Map.of(), school, scope, model);
  }

  @PostMapping("/{form}")
  String record(
      @PathVariable String form,
      QuickForm typed,
      CurrentSchool school,
      SignedIn person,
      Scope scope,
      Model model,
      RedirectAttributes next) {
    EntryKind kind = kind(form);
    if (typed.asksOnly()) {
      return page(kind, typed, Map.of(), school, scope, model);
    }
    Typed reader = new Typed();
    try {
      Optional<EntryId> recorded =
          reading.record(
              kind, typed, reader, new Press(typed.token(), school.id(), Actor.of(person)), scope);
      if (recorded.isPresent()) {
        next.addFlashAttribute("recorded", true);
        return "redirect:/entries/" + recorded.get();
      }
    } catch (EntryRefused refused) {
      String child =
          refused
              .pupil()
              .filter(one -> !typed.siblings().isEmpty())
              .flatMap(one -> pupils.byId(one, scope))
              .map(Pupil::calledName)
              .map(name -> name + ": ")
              .orElse("");
      reader.errors().put(refused.field(), child + refused.sentence());
    }
    return page(kind, typed, reader.errors(), school, scope, model);
  }

  private String page(
      EntryKind kind,
      QuickForm form,
      Map<String, String> errors,
      CurrentSchool school,
      Scope scope,
      Model model) {
    model.addAttribute("page", pages.of(kind, form, school, scope));
    model.addAttribute("form", form);
    model.addAttribute("token", form.token().isEmpty() ? newToken() : form.token());
    model.addAttribute("errors", errors);
    return "quickentry/form";
  }

  private static EntryKind kind(String form) {
    return EntryKind.of(form).orElseThrow(() -> new NotInSight("form", form));
  }

  private static String newToken() {
    return UUID.randomUUID().toString();
  }
}

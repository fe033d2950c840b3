package uk.attendance.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Timeline;
import uk.attendance.form.Forms;
import uk.attendance.form.Option;
import uk.attendance.register.RegistersToday;
import uk.attendance.register.RegistersToday.Register;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.worklist.CallMade;
import uk.attendance.worklist.CallOutcome;
import uk.attendance.worklist.CallSheet;
import uk.attendance.worklist.Calls;
import uk.attendance.worklist.FamilyToCall;
import uk.attendance.worklist.FamilyToCall.Standing;

/** Puts together the call sheet. */
@Component
class CallPages {

  private static final String FORM = "telephone-parents";

  private final Calls calls;
  private final RegistersToday registers;
  private final RepliesToday replies;
  private final Timeline timeline;
  private final Forms forms;
  private final Clock clock;

  CallPages(
      Calls calls,
      RegistersToday registers,
      RepliesToday replies,
      Timeline timeline,
      Forms forms,
      Clock clock) {
    this.calls = calls;
    this.registers = registers;
    this.replies = replies;
    this.timeline = timeline;
    this.forms = forms;
    this.clock = clock;
  }

  /** A part of the sheet. */
  record Tab(String key, String words, String href, int count, boolean here) {}

  Map<String, Object> of(@Nullable String show, CurrentSchool here, SignedIn reader, Scope scope) {
    CallSheet sheet = sheet(here, scope);
    Standing standing = standing(show);
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    Map<String, String> reasons = reasons();
    List<CallMade> made =
        sheet.families().stream()
            .flatMap(family -> family.made().stream())
            .sorted(java.util.Comparator.comparing(CallMade::at))
            .toList();
    List<CallDone> done = CallDone.of(made, reasons, reader.name());
    Map<String, Object> model = new HashMap<>();
    model.put("show", key(standing));
    model.put("tabs", tabs(sheet, standing));
    model.put("heading", heading(sheet));
    model.put("registers", registersLine(here, scope));
    model.put("families", sheet.families().size());
    model.put("finished", sheet.those(Standing.DONE).size());
    model.put("onHold", sheet.onHold());
    model.put("postponed", sheet.postponed());
    model.put(
        "cards",
        standing == Standing.DONE ? List.of() : cards(sheet.those(standing), reader, today));
    model.put(
        "done",
        standing == Standing.DONE ? done : done.stream().filter(CallDone::mine).limit(1).toList());
    model.put("outcomes", CallOutcome.values());
    model.put("reasons", reasons);
    model.put("today", today);
    return model;
  }

  private List<CallCard> cards(List<FamilyToCall> families, SignedIn reader, LocalDate today) {
    Set<CaseId> cases =
        families.stream()
            .flatMap(family -> family.children().stream())
            .map(FamilyToCall.Child::caseId)
            .collect(Collectors.toSet());
    List<Entry> letters = timeline.of(cases, EntryKind.LETTER);
    return families.stream()
        .map(family -> CallCard.of(family, reader.id(), today, letters, Map.of()))
        .toList();
  }

  /** The card that follows, in the part of the sheet that is shown; null for none. */
  @Nullable String after(
      @Nullable String card, @Nullable String show, CurrentSchool here, Scope scope) {
    List<String> cards =
        sheet(here, scope).those(standing(show)).stream()
            .map(family -> "family-" + family.key())
            .toList();
    int at = cards.indexOf(card);
    return at < 0 || at + 1 >= cards.size() ? null : cards.get(at + 1);
  }

  CallSheet sheet(CurrentSchool here, Scope scope) {
    return calls.today(here.id(), replies.of(here, scope), scope);
  }

  private static List<Tab> tabs(CallSheet sheet, Standing shown) {
    Map<Standing, String> words = new LinkedHashMap<>();
    words.put(Standing.TO_CALL, "To call");
    words.put(Standing.REPLIED, "Replied, not called");
    words.put(Standing.CALL_AGAIN, "Call again");
    words.put(Standing.DONE, "Done");
    return words.entrySet().stream()
        .map(
            tab ->
                new Tab(
                    key(tab.getKey()),
                    tab.getValue(),
                    tab.getKey() == Standing.TO_CALL
                        ? "/calls"
                        : "/calls?show=" + key(tab.getKey()),
                    sheet.those(tab.getKey()).size(),
                    tab.getKey() == shown))
        .toList();
  }

  private static String heading(CallSheet sheet) {
    int families = sheet.families().size();
    return families == 0
        ? "Nobody is to be called about today."
        : "Unexplained today: %d %s in %d %s."
            .formatted(
                sheet.children(),
                sheet.children() == 1 ? "child" : "children",
                families,
                families == 1 ? "family" : "families");
  }

  /** "The morning register closed at 09:25; all 14 classes are in." */
  private String registersLine(CurrentSchool here, Scope scope) {
    RegistersToday.Today today = registers.of(here.id(), scope);
    if (!today.schoolDay()) {
      return "The school is closed today: " + today.closedBecause() + ".";
    }
    List<Register> closed = today.closed();
    if (closed.isEmpty()) {
      return today.sessions().stream()
          .findFirst()
          .map(
              first ->
                  "The %s register closes at %s."
                      .formatted(first.session().words(), first.closes()))
          .orElse("");
    }
    Register last = closed.get(closed.size() - 1);
    int classes = last.classes().size();
    List<String> missing =
        last.missing().stream()
            .map(of -> of.name() == null ? "pupils without a class" : of.name())
            .toList();
    return "The %s register closed at %s; %s."
        .formatted(
            last.session().words(),
            last.closes(),
            missing.isEmpty()
                ? (classes == 1 ? "the class is in" : "all " + classes + " classes are in")
                : "marks are missing in " + CallCard.and(missing));
  }

  private Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    forms
        .find(FORM)
        .flatMap(form -> form.field("reason"))
        .map(field -> field.choices().fixed())
        .orElse(List.<Option>of())
        .forEach(option -> reasons.put(option.value(), option.label()));
    return reasons;
  }

  static String key(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Standing standing(@Nullable String show) {
    for (Standing standing : Standing.values()) {
      if (key(standing).equals(show)) {
        return standing;
      }
    }
    return Standing.TO_CALL;
  }
}

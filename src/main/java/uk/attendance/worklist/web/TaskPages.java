package uk.attendance.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.form.Entered;
import uk.attendance.form.FieldKind;
import uk.attendance.form.Form;
import uk.attendance.form.web.FormPage;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.Calendars;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.Drafts;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.Worklist;
import uk.attendance.worklist.WorklistQuery;
import uk.attendance.worklist.WorklistQuery.Whose;

/** Puts together what the pages of a task show. */
@Component
class TaskPages {

  private final List<TaskPart> parts;
  private final Worklist worklist;
  private final Calendars calendars;
  private final PolicyPacks packs;
  private final Clock clock;

  TaskPages(
      List<TaskPart> parts,
      Worklist worklist,
      Calendars calendars,
      PolicyPacks packs,
      Clock clock) {
    this.parts = parts;
    this.worklist = worklist;
    this.calendars = calendars;
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What heads a page about a task.
   *
   * @param urgency late, today or later
   */
  record Head(
      String id,
      String name,
      String pupil,
      long pupilId,
      String place,
      String due,
      String dueDay,
      String urgency,
      String role) {}

  /** Another task to go on with. */
  record Next(String id, String words) {}

  void open(
      TaskInSight.Open open,
      Entered entered,
      Map<String, String> errors,
      SignedIn reader,
      Scope scope,
      Model model) {
    OpenTask task = open.task();
    model.addAttribute("taskId", task.id().value());
    model.addAttribute("task", head(open));
    model.addAttribute("nodes", FormPage.of(open.form(), entered, errors, open.supplied()));
    model.addAttribute("errors", FormPage.linked(errors));
    model.addAttribute("takesFiles", takesFiles(open.form()));
    model.addAttribute("mayAnswer", open.mayAnswer());
    model.addAttribute(
        "saved", open.draft().map(draft -> TaskWords.time(draft.savedAt())).orElse(null));
    model.addAttribute("others", open.others().stream().map(TaskPages::words).toList());
    model.addAttribute(
        "holder",
        worklist
            .find(task.id(), scope)
            .map(ListedTask::holder)
            .filter(holder -> !holder.id().equals(reader.id()))
            .map(ListedTask.Holder::name)
            .orElse(null));
    model.addAttribute(
        "cards",
        parts.stream()
            .flatMap(part -> part.card(open, scope).stream())
            .sorted(Comparator.comparingInt(TaskPart.Card::order))
            .toList());
  }

  private static String words(Drafts.Colleague colleague) {
    return "%s began this too, at %s."
        .formatted(colleague.name(), TaskWords.time(colleague.savedAt()));
  }

  static boolean takesFiles(Form form) {
    return form.fields().stream().anyMatch(field -> field.kind() == FieldKind.FILE);
  }

  private Head head(TaskInSight.Open open) {
    OpenTask task = open.task();
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    return new Head(
        task.id().value(),
        ListedTask.nameOf(task.task()),
        open.pupil().name(),
        open.pupil().id().value(),
        place(open.pupil()),
        calendars.of(task.school()).timeLeft(today, task.dueOn()).inWords(),
        DayWords.full(task.dueOn()),
        task.dueOn().isBefore(today) ? "late" : task.dueOn().equals(today) ? "today" : "later",
        packs.pack(open.file().pack()).roleTitle(Role.of(task.role()).key()));
  }

  static String place(Pupil pupil) {
    return pupil.className() == null
        ? pupil.year().words()
        : pupil.year().words() + ", " + pupil.className();
  }

  /** What of a draft is worth copying; empty where nothing was typed. */
  static List<TypedWords> typed(Optional<Form> form, Optional<Drafts.Draft> draft) {
    return form.isEmpty() || draft.isEmpty()
        ? List.of()
        : TypedWords.of(form.get(), draft.get().entered());
  }

  /** The person's own next task, or else the next of their roles at the school. */
  Optional<Next> next(SchoolId school, SignedIn reader, Scope scope) {
    return List.of(Whose.MINE, Whose.ROLE).stream()
        .map(whose -> WorklistQuery.of(whose, List.of(school)))
        .flatMap(query -> worklist.page(query, reader.id(), scope, 1).rows().stream())
        .findFirst()
        .map(task -> new Next(task.id().value(), task.words()));
  }
}

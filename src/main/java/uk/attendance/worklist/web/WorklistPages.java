package uk.attendance.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.Hold;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.Slice;
import uk.attendance.register.Classes;
import uk.attendance.school.Calendars;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.SavedViews;
import uk.attendance.worklist.Worklist;
import uk.attendance.worklist.WorklistQuery;
import uk.attendance.worklist.WorklistQuery.Whose;

/** Puts together a page of the worklist. */
@Component
class WorklistPages {

  private static final int PAGE = 50;
  private static final int COUNTED = 100;

  private final Worklist worklist;
  private final SavedViews views;
  private final Classes classes;
  private final SchoolsShown schools;
  private final Clock clock;

  WorklistPages(
      Worklist worklist, SavedViews views, Classes classes, SchoolsShown schools, Clock clock) {
    this.worklist = worklist;
    this.views = views;
    this.classes = classes;
    this.schools = schools;
    this.clock = clock;
  }

  /** Titles, calendars and policies of schools, looked up once for a page. */
  @Component
  static class SchoolsShown {

    private final Schools schools;
    private final Calendars calendars;
    private final PolicyPacks packs;

    SchoolsShown(Schools schools, Calendars calendars, PolicyPacks packs) {
      this.schools = schools;
      this.calendars = calendars;
      this.packs = packs;
    }

    record Shown(School school, SchoolCalendar calendar, PolicyPack pack) {}

    Shown of(SchoolId id) {
      School school = schools.get(id);
      return new Shown(school, calendars.of(id), packs.pack(school.pack()));
    }
  }

  /**
   * @param count "7", "99+"
   */
  record Tab(String words, String href, String count, boolean here) {}

  /** One of a filter's answers. */
  record Choice(String key, String words, boolean chosen) {}

  /** A kept view with what waits in it. */
  record View(long id, String name, String href, String count) {}

  Map<String, Object> of(
      WorklistAddress address, CurrentSchool here, SignedIn reader, Scope scope) {
    WorklistQuery query = address.query(here, scope);
    Slice<ListedTask> page = worklist.page(query, reader.id(), scope, PAGE);
    Map<String, Object> model = new HashMap<>();
    model.put("address", address);
    model.put("tabs", tabs(address, query, reader, scope));
    model.put("rows", rows(page.rows(), reader));
    model.put("next", next(page, address));
    model.put("columns", Column.of(views.columns(reader.id())));
    model.put("allColumns", Column.values());
    model.put("views", views(here, reader, scope));
    model.put("kinds", kinds(address, query));
    model.put(
        "classes",
        query.schools().size() == 1 ? classes.of(query.schools().get(0), scope) : List.of());
    model.put("schools", schoolChoices(address, here, scope));
    model.put("shareable", address.asQuery());
    model.put("holdSentence", Hold.SENTENCE);
    return model;
  }

  private List<TaskRow> rows(List<ListedTask> tasks, SignedIn reader) {
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    Map<SchoolId, SchoolsShown.Shown> shown = new HashMap<>();
    List<TaskRow> rows = new ArrayList<>();
    for (ListedTask task : tasks) {
      SchoolsShown.Shown at = shown.computeIfAbsent(task.school(), schools::of);
      rows.add(
          TaskRow.of(
              task,
              at.calendar(),
              today,
              reader.id(),
              at.pack().roleTitle(task.role().key()),
              at.school().name()));
    }
    return rows;
  }

  private List<Tab> tabs(
      WorklistAddress address, WorklistQuery query, SignedIn reader, Scope scope) {
    Map<Whose, String> words = new LinkedHashMap<>();
    words.put(Whose.MINE, "My tasks");
    words.put(Whose.ROLE, "My role’s tasks");
    words.put(Whose.ALL, "All tasks");
    return words.entrySet().stream()
        .map(
            tab ->
                new Tab(
                    tab.getValue(),
                    address.by(tab.getKey()),
                    count(query.by(tab.getKey()), reader, scope),
                    query.whose() == tab.getKey()))
        .toList();
  }

  private List<View> views(CurrentSchool here, SignedIn reader, Scope scope) {
    return views.of(reader.id(), here.id()).stream()
        .map(
            view -> {
              WorklistAddress address = WorklistAddress.of(view.query());
              return new View(
                  view.id(),
                  view.name(),
                  address.here(),
                  count(address.query(here, scope), reader, scope));
            })
        .toList();
  }

  private String count(WorklistQuery query, SignedIn reader, Scope scope) {
    int count = worklist.count(query, reader.id(), scope, COUNTED);
    return count == COUNTED ? (COUNTED - 1) + "+" : Integer.toString(count);
  }

  /** Kinds of which something is open; the chosen one in any case. */
  private List<Choice> kinds(WorklistAddress address, WorklistQuery query) {
    List<String> known =
        query.schools().stream()
            .map(school -> schools.of(school).pack())
            .distinct()
            .flatMap(pack -> pack.settings().all().keySet().stream())
            .filter(key -> key.startsWith("deadlines."))
            .map(key -> key.substring("deadlines.".length()))
            .distinct()
            .toList();
    List<String> open = new ArrayList<>(worklist.kinds(known, query.schools()));
    if (query.task() != null && !open.contains(query.task())) {
      open.add(query.task());
    }
    return open.stream()
        .map(kind -> new Choice(kind, ListedTask.nameOf(kind), kind.equals(query.task())))
        .toList();
  }

  /** Empty where there is one school only. */
  private List<Choice> schoolChoices(WorklistAddress address, CurrentSchool here, Scope scope) {
    if (scope.schools().size() < 2) {
      return List.of();
    }
    List<SchoolId> chosen = address.schools(here, scope);
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("all", "All my schools", address.everySchool()));
    scope.schools().stream()
        .filter(scope::seesPupilsAt)
        .map(
            school ->
                new Choice(
                    school.value(),
                    schools.of(school).school().name(),
                    !address.everySchool() && chosen.contains(school)))
        .forEach(choices::add);
    return choices;
  }

  private static @Nullable String next(Slice<ListedTask> page, WorklistAddress address) {
    if (!page.more()) {
      return null;
    }
    ListedTask last = page.rows().get(page.rows().size() - 1);
    return address.after(last.dueOn(), last.id());
  }
}

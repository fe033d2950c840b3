package uk.attendance.worklist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilSearch;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.WorklistQuery.Whose;

/**
 * A question to table {@code worklist} as SQL. Each school and role is one branch that walks one
 * index in the list's own order and stops after a page; the branches are then merged. So a page
 * costs the same however long the list is (docs/decisions/0110).
 */
final class WorklistSql {

  private static final String BRANCH =
      """
      (select w.* from worklist w %s
        where %s
        order by w.due_on, w.task_id fetch first %d rows only)
      """;

  /** Where not all pupils of the school are in sight, or a pupil's name is asked for. */
  private static final String BY_PUPIL =
      """
      join pupil p on p.id = w.pupil_id
        left join school_class c on c.id = p.class_id
      """;

  private static final String LISTED = "(w.postponed_until is null or w.postponed_until <= :today)";

  private final WorklistQuery query;
  private final AccountId reader;
  private final Scope scope;
  private final Map<String, Object> parameters = new HashMap<>();
  private final String rows;

  /**
   * @param limit rows wanted at most
   */
  WorklistSql(WorklistQuery query, AccountId reader, Scope scope, LocalDate today, int limit) {
    this.query = query;
    this.reader = reader;
    this.scope = scope;
    parameters.putAll(scope.parameters());
    String conditions = String.join(" and ", conditions(today));
    rows =
        branches().stream()
            .map(branch -> sql(branch, conditions, limit))
            .collect(Collectors.joining(" union all "));
  }

  /**
   * The limit stands there as a number: to a planner that does not know it, sorting all that is
   * left of the list looks cheaper than walking the index.
   */
  private String sql(Branch branch, String conditions, int limit) {
    boolean byPupil = !branch.wholeSchool() || !query.text().isBlank();
    return BRANCH.formatted(
        byPupil ? BY_PUPIL : "",
        branch.condition()
            + " and "
            + conditions
            + (branch.wholeSchool() ? "" : " and " + scope.pupils("p")),
        limit);
  }

  /**
   * @param wholeSchool whether every pupil of its schools is in sight
   */
  private record Branch(String condition, boolean wholeSchool) {}

  /** Whether nothing can match: no school or role of the reader is asked for. */
  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The rows as a derived table, in no order and more than the limit where branches are merged. */
  String rows() {
    return "(" + rows + ")";
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  private List<Branch> branches() {
    List<SchoolId> schools =
        query.schools().stream().filter(scope::seesPupilsAt).distinct().toList();
    if (schools.isEmpty()) {
      return List.of();
    }
    if (query.whose() == Whose.MINE) {
      parameters.put("reader", reader.value());
      parameters.put("mineAt", schools.stream().map(SchoolId::value).toList());
      return List.of(
          new Branch(
              "w.assignee = :reader and w.school_id in (:mineAt)",
              schools.stream().allMatch(scope::seesWholeSchool)));
    }
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < schools.size(); i++) {
      String at = "w.school_id = :school" + i;
      parameters.put("school" + i, schools.get(i).value());
      boolean whole = scope.seesWholeSchool(schools.get(i));
      Set<Role> roles = roles(schools.get(i));
      if (roles.equals(EnumSet.allOf(Role.class))) {
        branches.add(new Branch(at, whole));
      } else {
        roles.forEach(
            role -> branches.add(new Branch(at + " and w.role = '" + role.key() + "'", whole)));
      }
    }
    return branches;
  }

  private Set<Role> roles(SchoolId school) {
    return query.whose() == Whose.ROLE ? scope.rolesAt(school) : TaskRights.seen(scope, school);
  }

  private List<String> conditions(LocalDate today) {
    List<String> all = new ArrayList<>();
    all.add(
        switch (query.standing()) {
          case LISTED -> LISTED;
          case NEW -> LISTED + " and w.opened_at >= :startOfToday";
          case ON_HOLD -> "w.on_hold";
          case POSTPONED -> "w.postponed_until > :today";
        });
    parameters.put("today", today);
    parameters.put("startOfToday", today.atStartOfDay(SchoolCalendar.ZONE).toOffsetDateTime());
    parameters.put("sunday", today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
    switch (query.due()) {
      case ANY -> {}
      case OVERDUE -> all.add("w.due_on < :today");
      case TODAY -> all.add("w.due_on = :today");
      case THIS_WEEK -> all.add("w.due_on between :today and :sunday");
      case LATER -> all.add("w.due_on > :sunday");
    }
    if (query.task() != null) {
      all.add("w.task = :task");
      parameters.put("task", query.task());
    }
    if (query.inClass() != null) {
      all.add("w.class_id = :inClass");
      parameters.put("inClass", query.inClass().value());
    }
    if (!query.text().isBlank()) {
      PupilSearch search = PupilSearch.of(query.text());
      all.add(search.condition("p", "c"));
      parameters.putAll(search.parameters());
    }
    if (query.inClass() != null || !query.text().isBlank()) {
      all.add("(not w.on_hold or w.school_id in (:seesHeldAt))");
      parameters.put("seesHeldAt", seesHeldAt());
    }
    if (query.after() != null) {
      all.add("w.due_on >= :afterDue and (w.due_on, w.task_id) > (:afterDue, :afterTask)");
      parameters.put("afterDue", query.after().dueOn());
      parameters.put("afterTask", query.after().task().value());
    }
    return all;
  }

  /** A search must not tell that a hidden pupil is there. */
  private List<String> seesHeldAt() {
    List<String> schools =
        scope.schools().stream()
            .filter(school -> TaskRights.seesHeld(scope, school))
            .map(SchoolId::value)
            .toList();
    return schools.isEmpty() ? List.of("") : schools;
  }
}

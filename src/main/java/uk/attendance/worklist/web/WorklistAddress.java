package uk.attendance.worklist.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.casefile.TaskId;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.WorklistQuery;
import uk.attendance.worklist.WorklistQuery.Due;
import uk.attendance.worklist.WorklistQuery.Key;
import uk.attendance.worklist.WorklistQuery.Standing;
import uk.attendance.worklist.WorklistQuery.Whose;

/**
 * How the worklist is narrowed; all of it stands in the address, so that one comes back to the same
 * place and can share it. What makes no sense narrows nothing.
 *
 * @param whose "mine", "all", or of one's roles
 * @param school an id, "all" for every school of the person, or the one worked at
 * @param task key of a kind
 * @param due "overdue", "today", "this-week", "later"
 * @param show "on-hold", "postponed", or what is in the list
 * @param q words of a pupil's name, admission number or class
 * @param after last task of the page before: its due day, a tilde, its id
 */
record WorklistAddress(
    @Nullable String whose,
    @Nullable String school,
    @Nullable String task,
    @Nullable Long inClassId,
    @Nullable String due,
    @Nullable String show,
    @Nullable String q,
    @Nullable String after) {

  private static final String PATH = "/worklist";
  private static final String EVERY_SCHOOL = "all";

  /** Of the query part of an address that was kept. */
  static WorklistAddress of(String query) {
    MultiValueMap<String, String> given =
        UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams();
    return new WorklistAddress(
        first(given, "whose"),
        first(given, "school"),
        first(given, "task"),
        number(first(given, "inClassId")),
        first(given, "due"),
        first(given, "show"),
        first(given, "q"),
        null);
  }

  WorklistQuery query(CurrentSchool here, Scope scope) {
    return new WorklistQuery(
        one(Whose.class, whose, Whose.ROLE),
        schools(here, scope),
        task == null || task.isBlank() ? null : task,
        inClassId == null ? null : new ClassId(inClassId),
        one(Due.class, due, Due.ANY),
        one(Standing.class, show, Standing.LISTED),
        words(),
        key());
  }

  List<SchoolId> schools(CurrentSchool here, Scope scope) {
    if (EVERY_SCHOOL.equals(school)) {
      return List.copyOf(scope.schools());
    }
    return List.of(
        scope.schools().stream()
            .filter(known -> known.value().equals(school))
            .findFirst()
            .orElse(here.id()));
  }

  boolean everySchool() {
    return EVERY_SCHOOL.equals(school);
  }

  String words() {
    return q == null ? "" : q.strip();
  }

  /** Whether more narrows the list than whose and which school. */
  public boolean narrows() {
    return !words().isEmpty()
        || inClassId != null
        || notBlank(task)
        || notBlank(due)
        || notBlank(show);
  }

  public String whoseKey() {
    return key(one(Whose.class, whose, Whose.ROLE));
  }

  /** The address of the same list with other tasks in it. */
  String by(Whose other) {
    return with(key(other), null);
  }

  /** The address of the page that follows this task. */
  String after(LocalDate dueOn, TaskId task) {
    return with(whoseKey(), dueOn + "~" + task);
  }

  /** The address of its first page. */
  public String here() {
    return with(whoseKey(), null);
  }

  /** The address of exactly this page. */
  public String page() {
    return with(whoseKey(), after);
  }

  /** The query part, as it is kept and shared. */
  String asQuery() {
    String address = here();
    return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
  }

  private String with(String whose, @Nullable String after) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("whose", whose.equals(key(Whose.ROLE)) ? null : whose);
    parts.put("school", school);
    parts.put("task", task);
    parts.put("inClassId", inClassId);
    parts.put("due", due);
    parts.put("show", show);
    parts.put("q", words());
    parts.put("after", after);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
    parts.values().removeIf(part -> part == null || part.toString().isBlank());
    parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(parts).toUriString();
  }

  private @Nullable Key key() {
    int tilde = after == null ? -1 : after.indexOf('~');
    if (after == null || tilde < 0) {
      return null;
    }
    try {
      return new Key(
          LocalDate.parse(after.substring(0, tilde)), new TaskId(after.substring(tilde + 1)));
    } catch (DateTimeParseException notOurs) {
      return null;
    }
  }

  static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E one(Class<E> type, @Nullable String given, E otherwise) {
    for (E value : type.getEnumConstants()) {
      if (key(value).equals(given)) {
        return value;
      }
    }
    return otherwise;
  }

  private static @Nullable String first(MultiValueMap<String, String> given, String name) {
    String value = given.getFirst(name);
    return value == null
        ? null
        : java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private static boolean notBlank(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}

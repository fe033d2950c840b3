package uk.attendance.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/**
 * What one person may see: the roles held at each school and, for teachers, the classes taught.
 * Every query of pupil data is narrowed by {@link #pupils(String)}; there is no other way to read a
 * pupil.
 */
public final class Scope {

  private final Map<SchoolId, Set<Role>> roles;
  private final Set<ClassId> classes;
  private final Set<Long> papers;
  private final @Nullable SchoolId system;

  public Scope(Map<SchoolId, Set<Role>> roles, Set<ClassId> classes) {
    this(roles, classes, Set.of(), null);
  }

  private Scope(
      Map<SchoolId, Set<Role>> roles,
      Set<ClassId> classes,
      Set<Long> papers,
      @Nullable SchoolId system) {
    this.papers = Set.copyOf(papers);
    this.roles =
        roles.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
    this.classes = Set.copyOf(classes);
    this.system = system;
  }

  /** The program's own work on one school: an import, a sweep. Never handed to a page. */
  public static Scope ofTheSystem(SchoolId school) {
    return new Scope(Map.of(school, EnumSet.of(Role.MANAGER)), Set.of(), Set.of(), school);
  }

  /** The school that it is the program's own on; empty for a person's. */
  public Optional<SchoolId> ofTheSystemAt() {
    return Optional.ofNullable(system);
  }

  public static Scope nothing() {
    return new Scope(Map.of(), Set.of());
  }

  /**
   * As this one, with one pupil beside: whoever hears an appeal sees its papers and no other
   * pupil's. Made for one request, never kept.
   *
   * @param pupil the pupil's id
   */
  public Scope withPapersOf(long pupil) {
    return new Scope(roles, classes, Set.of(pupil), null);
  }

  /** As this one, with a role at one school: somebody stands in for somebody else. */
  public Scope standingIn(SchoolId school, Role role) {
    Map<SchoolId, Set<Role>> more = new HashMap<>(roles);
    more.merge(
        school,
        EnumSet.of(role),
        (held, added) -> {
          EnumSet<Role> both = EnumSet.copyOf(held);
          both.addAll(added);
          return both;
        });
    return new Scope(more, classes, papers, null);
  }

  /** Schools at which this person holds any role, in order of their ids. */
  public Set<SchoolId> schools() {
    return new TreeSet<>(roles.keySet());
  }

  /** Schools at which this person holds at least one of the roles. */
  public Set<SchoolId> schoolsWith(Role... wanted) {
    return roles.entrySet().stream()
        .filter(e -> Arrays.stream(wanted).anyMatch(e.getValue()::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public boolean has(SchoolId school, Role... wanted) {
    return Arrays.stream(wanted).anyMatch(rolesAt(school)::contains);
  }

  public boolean hasAnywhere(Role... wanted) {
    return !schoolsWith(wanted).isEmpty();
  }

  public Set<Role> rolesAt(SchoolId school) {
    return roles.getOrDefault(school, Set.of());
  }

  /** Whether every pupil of the school is in sight, not just those of one's own classes. */
  public boolean seesWholeSchool(SchoolId school) {
    return rolesAt(school).stream().anyMatch(Role::seesWholeSchool);
  }

  /** Whether any pupil of the school is in sight. */
  public boolean seesPupilsAt(SchoolId school) {
    return seesWholeSchool(school) || has(school, Role.TEACHER);
  }

  public boolean seesClass(SchoolId school, ClassId id) {
    return seesWholeSchool(school) || (has(school, Role.TEACHER) && classes.contains(id));
  }

  /**
   * The condition that a row of table {@code pupil} under this alias must meet, with the named
   * parameters of {@link #parameters()}.
   */
  public String pupils(String alias) {
    return ("(%1$s.school_id in (:scopeSchools) or (%1$s.school_id in (:scopeTaught)"
            + " and %1$s.class_id in (:scopeClasses))"
            + (papers.isEmpty() ? ")" : " or %1$s.id in (:scopePapers))"))
        .formatted(alias);
  }

  /** Bind these with every query that holds {@link #pupils(String)}; an empty list matches none. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("scopeSchools", orNone(ids(schoolsInSight()), ""));
    parameters.put("scopeTaught", orNone(ids(schoolsWith(Role.TEACHER)), ""));
    parameters.put("scopeClasses", orNone(classes.stream().map(ClassId::value).toList(), -1L));
    parameters.put("scopePapers", orNone(List.copyOf(papers), -1L));
    return parameters;
  }

  private Set<SchoolId> schoolsInSight() {
    return roles.keySet().stream().filter(this::seesWholeSchool).collect(Collectors.toSet());
  }

  private static List<String> ids(Set<SchoolId> schools) {
    return schools.stream().map(SchoolId::value).toList();
  }

  private static <T> List<T> orNone(List<T> values, T none) {
    return values.isEmpty() ? List.of(none) : values;
  }
}

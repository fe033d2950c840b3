package uk.attendance.pupil;

import static uk.attendance.account.Role.ATTENDANCE_LEAD;
import static uk.attendance.account.Role.ATTENDANCE_OFFICER;
import static uk.attendance.account.Role.DSL;
import static uk.attendance.account.Role.HEADTEACHER;
import static uk.attendance.account.Role.MANAGER;
import static uk.attendance.account.Role.OFFICE;
import static uk.attendance.account.Role.TEACHER;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.school.SchoolId;

/**
 * What makes a pupil vulnerable or entitled to more. Need-to-know: this is the one table of who
 * sees which (docs/decisions/0050). Those who run attendance cases see all; the office sees what
 * changes a call today; a teacher sees what changes teaching.
 */
public enum Flag {
  SEN("sen", "special educational needs", OFFICE, TEACHER),
  EHCP("ehcp", "education, health and care plan", OFFICE, TEACHER),
  LOOKED_AFTER("looked_after", "looked after", OFFICE),
  PREVIOUSLY_LOOKED_AFTER("previously_looked_after", "previously looked after"),
  SOCIAL_WORKER("social_worker", "social worker", OFFICE),
  PREVIOUSLY_SOCIAL_WORKER("previously_social_worker", "previously had a social worker"),
  PROTECTION_PLAN("protection_plan", "child protection plan", OFFICE),
  YOUTH_JUSTICE("youth_justice", "youth justice worker", OFFICE);

  private static final Set<Role> CASE_WORKERS =
      EnumSet.of(DSL, HEADTEACHER, ATTENDANCE_LEAD, ATTENDANCE_OFFICER, MANAGER);

  private final String column;
  private final String words;
  private final Set<Role> seenBy;

  Flag(String column, String words, Role... beside) {
    this.column = column;
    this.words = words;
    this.seenBy = Set.copyOf(Arrays.asList(beside));
  }

  /** The column in files and in table {@code pupil}. */
  String column() {
    return column;
  }

  public String words() {
    return words;
  }

  public boolean isSeenBy(Role role) {
    return seenBy.contains(role) || CASE_WORKERS.contains(role);
  }

  /** The flags that a person may see of a pupil at a school. */
  static Set<Flag> inSight(Scope scope, SchoolId school, Collection<Flag> flags) {
    Set<Role> roles = scope.rolesAt(school);
    return flags.stream()
        .filter(flag -> roles.stream().anyMatch(flag::isSeenBy))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Flag.class)));
  }

  static List<String> columns() {
    return Arrays.stream(values()).map(Flag::column).toList();
  }
}

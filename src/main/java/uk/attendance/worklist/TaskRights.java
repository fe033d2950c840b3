package uk.attendance.worklist;

import java.util.EnumSet;
import java.util.Set;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.school.SchoolId;

/**
 * Whose tasks a person sees, does and hands out, by the role that the task is for. Which pupils'
 * tasks is the {@link Scope}'s question; both must say yes.
 */
public final class TaskRights {

  /** Those who run attendance cases; they see the tasks of every role, as they see every flag. */
  private static final Set<Role> CASE_WORKERS =
      EnumSet.of(
          Role.DSL, Role.HEADTEACHER, Role.ATTENDANCE_LEAD, Role.ATTENDANCE_OFFICER, Role.MANAGER);

  /** Those who may hand out tasks that are not their own. */
  private static final Set<Role> LEADS =
      EnumSet.of(Role.ATTENDANCE_LEAD, Role.HEADTEACHER, Role.MANAGER);

  private TaskRights() {}

  /** The roles whose tasks the person sees at the school: all of them, or a few. */
  static Set<Role> seen(Scope scope, SchoolId school) {
    Set<Role> mine = scope.rolesAt(school);
    if (mine.stream().anyMatch(CASE_WORKERS::contains)) {
      return EnumSet.allOf(Role.class);
    }
    EnumSet<Role> seen =
        mine.contains(Role.OFFICE)
            ? EnumSet.complementOf(EnumSet.of(Role.DSL))
            : EnumSet.noneOf(Role.class);
    seen.addAll(mine);
    return seen;
  }

  public static boolean sees(Scope scope, SchoolId school, Role role) {
    return seen(scope, school).contains(role);
  }

  /** Holds the role; the office may answer for a teacher (DH-R5). */
  public static boolean does(Scope scope, SchoolId school, Role role) {
    return scope.has(school, role) || (role == Role.TEACHER && scope.has(school, Role.OFFICE));
  }

  /** Gives a task to somebody else, takes it back from a colleague, or puts it off. */
  public static boolean handsOut(Scope scope, SchoolId school, Role role) {
    return does(scope, school, role) || scope.rolesAt(school).stream().anyMatch(LEADS::contains);
  }

  /** Only the safeguarding lead sees whom a held task is about. */
  static boolean seesHeld(Scope scope, SchoolId school) {
    return scope.has(school, Role.DSL);
  }
}

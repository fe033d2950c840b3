package uk.attendance.account.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Role;
import uk.attendance.policy.PolicyPacks;

/**
 * What stands at the head of every page.
 *
 * @param who "Dothill Primary · School office"; without the school where there is a choice of them
 * @param schools empty unless there is something to switch to
 */
record NavigationBar(
    List<Item> items, String who, String school, String name, List<SchoolChoice> schools) {

  /**
   * @param here whether the page shown belongs to this item
   */
  record Item(String words, String href, boolean here) {}

  record SchoolChoice(String id, String name, boolean here) {}

  private static final Set<Role> PUPILS =
      EnumSet.complementOf(EnumSet.of(Role.GOVERNOR, Role.APPEALS_CLERK, Role.ADMIN));
  private static final Set<Role> REGISTERS =
      EnumSet.of(
          Role.OFFICE,
          Role.ATTENDANCE_OFFICER,
          Role.ATTENDANCE_LEAD,
          Role.HEADTEACHER,
          Role.MANAGER);
  private static final Set<Role> ENTRIES =
      EnumSet.of(Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD);
  private static final Set<Role> CALLS =
      EnumSet.of(
          Role.OFFICE,
          Role.ATTENDANCE_OFFICER,
          Role.ATTENDANCE_LEAD,
          Role.HEADTEACHER,
          Role.DSL,
          Role.MANAGER);
  private static final Set<Role> CALENDAR = EnumSet.of(Role.OFFICE, Role.MANAGER, Role.ADMIN);
  private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

  /** The pages of the product, in the order of a school day. */
  private enum Page {
    TODAY("Today", "/", EVERYBODY),
    WORKLIST("Worklist", "/worklist", NavigationBar.PUPILS),
    CALLS("Call sheet", "/calls", NavigationBar.CALLS),
    PUPILS("Pupils", "/pupils", NavigationBar.PUPILS),
    CASES("Cases", "/cases", NavigationBar.PUPILS),
    CLASSES("Classes", "/classes", NavigationBar.PUPILS),
    REGISTERS("Registers", "/registers", NavigationBar.REGISTERS),
    QUICK_ENTRY("Quick entry", "/quick-entry", NavigationBar.ENTRIES),
    LEAVE("Leave", "/leave", NavigationBar.CALLS),
    APPEALS("Appeals", "/appeals", EnumSet.of(Role.GOVERNOR, Role.APPEALS_CLERK)),
    LETTERS("Letters", "/letters", NavigationBar.REGISTERS),
    POLICY("Policy", "/policy", EVERYBODY),
    SCHOOLS("Schools", "/schools", CALENDAR),
    PEOPLE("People", "/people", EnumSet.of(Role.ADMIN)),
    ENGINE_ROOM("Engine room", "/engine-room", EnumSet.of(Role.ADMIN));

    private final String words;
    private final String href;
    private final Set<Role> roles;

    Page(String words, String href, Set<Role> roles) {
      this.words = words;
      this.href = href;
      this.roles = roles;
    }

    private boolean shows(String path) {
      return path.equals(href) || (this != TODAY && path.startsWith(href + "/"));
    }
  }

  /** Roles bear the titles that the school's own policy gives them. */
  static NavigationBar of(Visit visit, String path, PolicyPacks packs) {
    if (visit.schools().isEmpty()) {
      return new NavigationBar(
          List.of(), visit.person().name(), "", visit.person().name(), List.of());
    }
    CurrentSchool school = visit.school();
    Set<Role> roles = visit.scope().rolesAt(school.id());
    List<Item> items =
        Arrays.stream(Page.values())
            .filter(page -> page.roles.stream().anyMatch(roles::contains))
            .map(page -> new Item(page.words, page.href, page.shows(path)))
            .toList();
    String roleWords =
        roles.stream()
            .sorted()
            .map(role -> packs.pack(school.pack()).roleTitle(role.key()))
            .collect(Collectors.joining(" and "));
    List<SchoolChoice> choices =
        visit.schools().size() == 1
            ? List.of()
            : visit.schools().stream()
                .map(s -> new SchoolChoice(s.id().value(), s.name(), s.equals(school)))
                .toList();
    return new NavigationBar(
        items,
        choices.isEmpty() ? school.name() + " · " + roleWords : roleWords,
        school.name(),
        visit.person().name(),
        choices);
  }
}

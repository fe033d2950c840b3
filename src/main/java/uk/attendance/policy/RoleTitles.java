package uk.attendance.policy;

import java.util.List;

/**
 * What a school calls those who have a role.
 *
 * @param role the key, such as {@code attendance-officer}
 * @param titles the first is the one shown
 */
public record RoleTitles(String role, List<String> titles, RuleId rule) {

  public RoleTitles {
    titles = List.copyOf(titles);
    if (titles.isEmpty()) {
      throw new IllegalArgumentException("role '" + role + "' has no title; needed: one or more");
    }
  }

  public String title() {
    return titles.get(0);
  }
}

package uk.attendance.account;

import java.util.List;
import java.util.Set;
import uk.attendance.school.SchoolId;

/** A page or an action that the person's roles at the school do not include. */
public class NotAllowed extends RuntimeException {

  private final List<Role> needed;

  public NotAllowed(String attempted, SchoolId school, Set<Role> found, List<Role> needed) {
    super(
        "%s at school %s: roles found %s, needed one of %s"
            .formatted(attempted, school, found, needed));
    this.needed = List.copyOf(needed);
  }

  public List<Role> needed() {
    return needed;
  }
}

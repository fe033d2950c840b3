package uk.attendance.account;

import java.util.List;
import uk.attendance.school.SchoolId;

/**
 * Somebody who changes accounts, at the school where they do so. Made by a page from who is asking;
 * whether they are an administrator there is asked at each change.
 */
public record Administrator(SignedIn person, Scope scope, CurrentSchool at) {

  public SchoolId school() {
    return at.id();
  }

  void mustBeOne(String attempted) {
    if (!scope.has(school(), Role.ADMIN)) {
      throw new NotAllowed(attempted, school(), scope.rolesAt(school()), List.of(Role.ADMIN));
    }
  }

  boolean is(AccountId id) {
    return person.id().equals(id);
  }
}

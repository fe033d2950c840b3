package uk.attendance.school.web;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/** The school of an address, if the person holds a role there. */
@Component
class SchoolInSight {
  private final Schools schools;

  SchoolInSight(Schools schools) {
    this.schools = schools;
  }

  School toSee(String id, Scope scope) {
    return scope.schools().stream()
        .filter(school -> school.value().equals(id))
        .findFirst()
        .flatMap(schools::find)
        .orElseThrow(() -> new NotInSight("school", id));
  }

  School toChange(String id, Scope scope) {
    School school = toSee(id, scope);
    if (!mayChange(school.id(), scope)) {
      throw new NotAllowed(
          "changing the calendar", school.id(), scope.rolesAt(school.id()), List.of(Role.ADMIN));
    }
    return school;
  }

  boolean mayChange(SchoolId school, Scope scope) {
    return scope.has(school, Role.ADMIN);
  }
}

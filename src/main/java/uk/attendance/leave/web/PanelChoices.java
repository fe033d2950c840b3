package uk.attendance.leave.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import uk.attendance.account.PeopleOfSchool;
import uk.attendance.account.Person;
import uk.attendance.account.Role;
import uk.attendance.form.Option;
import uk.attendance.form.Supplied;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.OpenAppeals.Papers;

/** Who can be chosen for a panel: governors, and never who decided first (NF-L3). */
@Component
class PanelChoices {

  private static final String STAFF = "staff";

  private final PeopleOfSchool people;

  PanelChoices(PeopleOfSchool people) {
    this.people = people;
  }

  Supplied of(Supplied supplied, Papers found) {
    if (!supplied.options().containsKey(STAFF)) {
      return supplied;
    }
    Set<String> eligible =
        people.list(found.request().school(), found.scope()).stream()
            .filter(PanelChoices::isGovernor)
            .filter(one -> !decided(one, found.request()))
            .map(one -> one.account().id().toString())
            .collect(Collectors.toSet());
    Map<String, List<Option>> options = new HashMap<>(supplied.options());
    options.computeIfPresent(
        STAFF, (name, all) -> all.stream().filter(one -> eligible.contains(one.value())).toList());
    return new Supplied(supplied.today(), supplied.values(), options);
  }

  private static boolean isGovernor(Person person) {
    return person.roles().contains(Role.GOVERNOR) || person.trustRoles().contains(Role.GOVERNOR);
  }

  private static boolean decided(Person person, LeaveRequest request) {
    return request.decision() != null
        && (person.account().id().equals(request.decision().account())
            || person.account().name().equals(request.decision().decidedBy()));
  }
}

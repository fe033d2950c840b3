package uk.attendance.account.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.GrantingRoles;
import uk.attendance.account.Person;
import uk.attendance.account.PersonDetails;
import uk.attendance.account.Role;
import uk.attendance.school.ClassId;

/** What an administrator fills in about a person. Boxes that nobody ticked arrive as null. */
record PersonForm(
    @Nullable String name,
    @Nullable String title,
    @Nullable String email,
    @Nullable List<Role> roles,
    @Nullable List<Long> classes,
    @Nullable List<Role> trustRoles) {

  static PersonForm blank() {
    return new PersonForm("", "", "", null, null, null);
  }

  static PersonForm of(Person person) {
    return new PersonForm(
        person.account().name(),
        person.account().title(),
        person.account().email(),
        List.copyOf(person.roles()),
        person.classes().stream().map(taught -> taught.id().value()).toList(),
        List.copyOf(person.trustRoles()));
  }

  PersonForm withDetailsOf(Person person) {
    PersonForm kept = of(person);
    return new PersonForm(kept.name, kept.title, kept.email, roles, classes, trustRoles);
  }

  PersonForm withRolesOf(Person person) {
    PersonForm kept = of(person);
    return new PersonForm(name, title, email, kept.roles, kept.classes, kept.trustRoles);
  }

  PersonDetails details() {
    return new PersonDetails(text(name), text(title), text(email));
  }

  GrantingRoles.Wanted wanted() {
    return new GrantingRoles.Wanted(
        set(roles),
        classes == null ? Set.of() : classes.stream().map(ClassId::new).collect(Collectors.toSet()),
        set(trustRoles));
  }

  public boolean has(Role role) {
    return roles != null && roles.contains(role);
  }

  public boolean hasForTrust(Role role) {
    return trustRoles != null && trustRoles.contains(role);
  }

  public boolean teaches(ClassId id) {
    return classes != null && classes.contains(id.value());
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  private static Set<Role> set(@Nullable List<Role> chosen) {
    return chosen == null || chosen.isEmpty() ? Set.of() : EnumSet.copyOf(chosen);
  }
}

package uk.attendance.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.school.ClassId;
import uk.attendance.school.TrustId;

/**
 * Gives and takes roles and classes at the school that the administrator works at, and roles for
 * its whole trust where they administer the trust. They hold from the person's next request.
 */
@Component
public class GrantingRoles {

  private final Grants grants;
  private final PeopleOfSchool people;
  private final AccountEvents events;

  GrantingRoles(Grants grants, PeopleOfSchool people, AccountEvents events) {
    this.grants = grants;
    this.people = people;
    this.events = events;
  }

  /**
   * What a person is to hold.
   *
   * @param roles at the school
   * @param classes taught at the school
   * @param trustRoles for every school of the trust; disregarded where the administrator is not one
   *     of the trust
   */
  public record Wanted(Set<Role> roles, Set<ClassId> classes, Set<Role> trustRoles) {}

  /** Whether this administrator gives roles for the whole trust of the school. */
  public boolean administersTrust(Administrator by) {
    return trust(by).isPresent();
  }

  @Transactional
  public void change(Administrator by, AccountId id, Wanted wanted) {
    by.mustBeOne("changing roles");
    if (people.find(id, by.school(), by.scope()).isEmpty()) {
      throw new NotInSight("person", id);
    }
    give(by, id, wanted);
  }

  void give(Administrator by, AccountId id, Wanted wanted) {
    Optional<TrustId> trust = trust(by);
    Set<Role> heldRoles = grants.at(by.school(), id);
    Set<Role> heldTrustRoles =
        trust.map(administered -> grants.at(administered, id)).orElseGet(Set::of);
    Set<Role> wantedTrustRoles = trust.isPresent() ? wanted.trustRoles() : Set.of();
    mustKeepSense(by, id, wanted, wantedTrustRoles);

    List<Person.SchoolClass> classes = people.classesOf(by.school());
    Set<ClassId> held = grants.classes(by.school(), id);
    Set<ClassId> taught = ofThisSchool(classes, wanted.classes());
    if (!heldRoles.equals(wanted.roles())
        || !heldTrustRoles.equals(wantedTrustRoles)
        || !held.equals(taught)) {
      grants.replace(by.school(), id, wanted.roles());
      trust.ifPresent(administered -> grants.replace(administered, id, wantedTrustRoles));
      grants.replaceClasses(by.school(), id, taught);
      events.add(
          id,
          AccountEvent.Kind.ROLES_CHANGED,
          "At %s from %s to %s"
              .formatted(
                  by.at().name(),
                  words(heldRoles, heldTrustRoles, classes, held),
                  words(wanted.roles(), wantedTrustRoles, classes, taught)),
          by.person());
    }
  }

  private void mustKeepSense(
      Administrator by, AccountId id, Wanted wanted, Set<Role> wantedTrustRoles) {
    boolean elsewhere =
        people.find(id, by.school(), by.scope()).map(Person::elsewhere).orElse(false);
    if (wanted.roles().isEmpty()
        && wantedTrustRoles.isEmpty()
        && !elsewhere
        && !holdsTrustRoles(by, id)) {
      throw new ChangeRefused(
          "roles", "Choose at least one role. If the person has left, close the account instead");
    }
    if (by.is(id)
        && !wanted.roles().contains(Role.ADMIN)
        && !wantedTrustRoles.contains(Role.ADMIN)) {
      throw new ChangeRefused(
          "roles", "You cannot take Administrator from yourself. Another administrator can");
    }
    if (!wanted.classes().isEmpty() && !wanted.roles().contains(Role.TEACHER)) {
      throw new ChangeRefused("roles", "Classes are for teachers. Choose Teacher too, or no class");
    }
  }

  /** Roles for the trust that this administrator cannot touch keep the person in the list. */
  private boolean holdsTrustRoles(Administrator by, AccountId id) {
    return trust(by).isEmpty()
        && grants.trustOf(by.school()).map(trust -> !grants.at(trust, id).isEmpty()).orElse(false);
  }

  private Optional<TrustId> trust(Administrator by) {
    return grants
        .trustOf(by.school())
        .filter(trust -> grants.at(trust, by.person().id()).contains(Role.ADMIN));
  }

  private static Set<ClassId> ofThisSchool(
      List<Person.SchoolClass> classes, Collection<ClassId> wanted) {
    return classes.stream()
        .map(Person.SchoolClass::id)
        .filter(wanted::contains)
        .collect(Collectors.toSet());
  }

  private static String words(
      Set<Role> roles,
      Set<Role> trustRoles,
      List<Person.SchoolClass> classes,
      Set<ClassId> taught) {
    StringBuilder words = new StringBuilder(list(roles));
    if (!trustRoles.isEmpty()) {
      words.append(", for the whole trust ").append(list(trustRoles));
    }
    if (!taught.isEmpty()) {
      words
          .append(", teaching ")
          .append(Person.names(classes.stream().filter(c -> taught.contains(c.id())).toList()));
    }
    return words.toString();
  }

  private static String list(Set<Role> roles) {
    return roles.isEmpty()
        ? "no role"
        : roles.stream().sorted().map(Role::words).collect(Collectors.joining(" and "));
  }
}

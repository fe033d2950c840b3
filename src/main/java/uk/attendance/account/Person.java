package uk.attendance.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.ClassId;

/**
 * Somebody who works at a school, as its administrator sees them.
 *
 * @param roles held at this school
 * @param trustRoles held for every school of its trust
 * @param elsewhere also holds roles at schools of which the reader is no administrator
 * @param waitsUntil after failed attempts to sign in
 */
public record Person(
    Account account,
    Set<Role> roles,
    Set<Role> trustRoles,
    List<SchoolClass> classes,
    boolean elsewhere,
    @Nullable Instant waitsUntil) {

  /** A class of the school by its name. */
  public record SchoolClass(ClassId id, String name) {}

  /** Where an account stands. */
  public enum State {
    INVITED,
    ACTIVE,
    WAITING,
    CLOSED
  }

  public State state(LocalDate today) {
    if (account.closed(today)) {
      return State.CLOSED;
    }
    if (waitsUntil != null) {
      return State.WAITING;
    }
    return account.invited() ? State.INVITED : State.ACTIVE;
  }

  /** "School office, Teacher, Manager (whole trust)" */
  public String roleWords() {
    List<String> words =
        new java.util.ArrayList<>(roles.stream().sorted().map(Role::words).toList());
    trustRoles.stream().sorted().map(role -> role.words() + " (whole trust)").forEach(words::add);
    return String.join(", ", words);
  }

  public String classWords() {
    return names(classes);
  }

  static String names(Collection<SchoolClass> classes) {
    return classes.stream().map(SchoolClass::name).collect(Collectors.joining(", "));
  }

  public boolean teaches(ClassId id) {
    return classes.stream().anyMatch(taught -> taught.id().equals(id));
  }
}

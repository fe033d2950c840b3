package uk.attendance.account;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, as the record names them: a person with their position (NF-R4), or the program
 * itself.
 *
 * @param id null for the program and for people without an account, such as a parent
 */
public record Actor(@Nullable AccountId id, String name, String title) {

  /** What nobody pressed a button for. */
  public static final Actor PROGRAM = new Actor(null, "Attendance", "the program");

  public static Actor of(SignedIn person) {
    return new Actor(person.id(), person.name(), person.title());
  }
}

package uk.attendance.register;

import uk.attendance.account.Actor;
import uk.attendance.account.SignedIn;

/**
 * Who entered or changed a mark, with the position that an amendment must name (NF-R4). Both are
 * empty once their years are over and they have been erased.
 */
public record Author(String name, String title) {

  /** Files that a school's system put into its folder. */
  public static final Author WATCHED_FOLDER = new Author("Watched folder", Actor.PROGRAM.title());

  public static Author of(SignedIn person) {
    return new Author(person.name(), person.title());
  }
}

package uk.attendance.quickentry;

import uk.attendance.account.Actor;
import uk.attendance.register.Author;
import uk.attendance.school.SchoolId;

/**
 * The press of a form's button.
 *
 * @param token made when the form was shown: pressed twice, it records once
 */
public record Press(String token, SchoolId school, Actor actor) {

  private static final int LONGEST = 40;

  public Press {
    if (token.isBlank() || token.length() > LONGEST) {
      throw new EntryRefused("token", "The form is no longer known. Please record it once more.");
    }
  }

  /** As an amendment and an entry name who pressed it. */
  Author by() {
    return new Author(actor.name(), actor.title());
  }
}

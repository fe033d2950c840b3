package uk.attendance.letter;

import uk.attendance.casefile.CaseId;

/** A case ordered a letter that nobody has written. */
public class UnknownLetter extends RuntimeException {

  UnknownLetter(String letter, CaseId about) {
    super(
        "ordering letter '%s' for case %s: letters/ holds no such template"
            .formatted(letter, about));
  }
}

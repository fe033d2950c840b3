package uk.attendance.letter.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.letter.LetterInRun;

/**
 * A letter on the address sheet.
 *
 * @param sameHousehold whether it goes to the address of the one above it
 */
public record SheetLine(LetterInRun letter, boolean sameHousehold) {

  static List<SheetLine> of(List<LetterInRun> letters) {
    List<SheetLine> lines = new ArrayList<>();
    LetterInRun above = null;
    for (LetterInRun letter : letters) {
      lines.add(new SheetLine(letter, isSame(above, letter)));
      above = letter;
    }
    return lines;
  }

  private static boolean isSame(@Nullable LetterInRun above, LetterInRun letter) {
    return above != null && above.household().equals(letter.household());
  }
}

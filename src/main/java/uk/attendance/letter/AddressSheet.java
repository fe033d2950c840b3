package uk.attendance.letter;

import java.util.List;

/** Writes the sheet that lies on top of a print run. */
public interface AddressSheet {

  /**
   * @return a whole document, well-formed, that names nothing outside itself
   */
  String html(PrintRun run, String school, List<LetterInRun> letters);
}

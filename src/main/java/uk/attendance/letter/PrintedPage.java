package uk.attendance.letter;

import java.time.Instant;

/**
 * A page that is no letter as a PDF: the letters' typeface, tags and care, the same bytes always.
 */
public final class PrintedPage {

  private PrintedPage() {}

  /**
   * @param html a whole document, well-formed, that names nothing outside itself
   * @param id from which the document's own id is drawn
   * @param at its date
   */
  public static byte[] pdf(String html, String id, Instant at) {
    return PrintingLetters.pdf(html, id, at);
  }
}

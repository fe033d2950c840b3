package uk.attendance.letter.web;

import org.jspecify.annotations.Nullable;
import uk.attendance.letter.Wording;
import uk.attendance.pupil.Channel;

/**
 * A letter as it is shown on a page.
 *
 * @param html its words between head and foot, the headings one step lower than on paper; empty for
 *     a text message
 * @param text the plain variant
 */
public record Paper(String subject, String html, String text) {

  private static final String BEGINS = "<main>";
  private static final String ENDS = "</main>";

  /** Our own templates wrote it and escaped every field, so it is shown as it is. */
  public static Paper of(Wording.Written written, @Nullable Channel channel) {
    int begin = written.html().indexOf(BEGINS);
    int end = written.html().indexOf(ENDS);
    String words =
        channel == Channel.SMS || begin < 0 || end < begin
            ? ""
            : written.html().substring(begin + BEGINS.length(), end);
    return new Paper(
        written.subject(),
        words
            .replace("<h2", "<h4")
            .replace("</h2", "</h4")
            .replace("<h1", "<h3")
            .replace("</h1", "</h3"),
        written.text());
  }
}

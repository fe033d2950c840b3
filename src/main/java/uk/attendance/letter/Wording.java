package uk.attendance.letter;

import java.util.Map;

/** Puts words into a template. */
public interface Wording {

  /**
   * @param values every merge field, as parents read it
   */
  Written write(LetterTemplate template, Map<String, Object> values);

  /**
   * A letter in words.
   *
   * @param html the whole document: what a mail shows and what is printed
   */
  record Written(String subject, String text, String html) {}
}

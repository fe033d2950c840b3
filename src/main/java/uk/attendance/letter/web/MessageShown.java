package uk.attendance.letter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter in a list or on its own page.
 *
 * @param about the pupils, by name, with links
 * @param way "by e-mail to grace@example.org", with what became of the link in it; empty where
 *     there is none
 * @param when "goes at 09:40", "sent Monday 3 November 2025, 09:40"
 * @param because why it does not go, or not now; empty where it does
 * @param rule the rule that asked for it, with its words
 */
record MessageShown(
    long id,
    String title,
    @Nullable String subject,
    String recipient,
    List<About> about,
    String way,
    String state,
    String badge,
    String when,
    String ordered,
    String because,
    String rule,
    String ruleWords,
    Actions can) {

  record About(long id, String name) {}

  /** What a person may do with it now. */
  record Actions(
      boolean recall,
      boolean sendNow,
      boolean decide,
      boolean print,
      boolean posted,
      boolean notPosted,
      boolean arrived,
      boolean sendAgain) {

    static final Actions NONE = new Actions(false, false, false, false, false, false, false, false);
  }
}

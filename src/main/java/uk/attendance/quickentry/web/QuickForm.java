package uk.attendance.quickentry.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.Session;

/**
 * What was typed into a quick form, exactly as it was typed: a form uses the fields that it shows.
 *
 * @param token of this form, shown once
 * @param pupil the pupil chosen before
 * @param choose a pupil chosen by this press; 0 to choose another one
 * @param find the button beside the search was pressed
 * @param q the search
 */
record QuickForm(
    String token,
    @Nullable Long pupil,
    @Nullable Long choose,
    @Nullable String find,
    String q,
    List<Long> siblings,
    @Nullable Long contact,
    String way,
    String told,
    String from,
    String day,
    String first,
    String last,
    Set<Session> sessions,
    String at,
    String until,
    String reason,
    String words,
    String back,
    String evidence,
    String person,
    String decidedBy) {

  QuickForm {
    token = text(token);
    q = text(q);
    siblings = siblings == null ? List.of() : List.copyOf(siblings);
    way = text(way);
    told = text(told);
    from = text(from);
    day = text(day);
    first = text(first);
    last = text(last);
    sessions = sessions == null ? Set.of() : Set.copyOf(sessions);
    at = text(at);
    until = text(until);
    reason = text(reason);
    words = text(words);
    back = text(back);
    evidence = text(evidence);
    person = text(person);
    decidedBy = text(decidedBy);
  }

  /** An empty one, with what is usually right. */
  static QuickForm blank(String token, @Nullable Long pupil, String q, String today, String now) {
    return new QuickForm(
        token,
        pupil,
        null,
        null,
        q,
        List.of(),
        null,
        "CALL",
        now,
        "",
        today,
        today,
        "",
        Set.of(Session.AM, Session.PM),
        now,
        "",
        "",
        "",
        "",
        "NONE",
        "",
        "");
  }

  /** Whether a pupil was looked for or chosen, and nothing is to be recorded yet. */
  boolean asksOnly() {
    return choose != null || find != null;
  }

  /** The pupil it is about, with what this press chose. */
  @Nullable Long about() {
    if (choose != null) {
      return choose == 0 ? null : choose;
    }
    return pupil;
  }

  public boolean mornings() {
    return sessions.contains(Session.AM);
  }

  public boolean afternoons() {
    return sessions.contains(Session.PM);
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}

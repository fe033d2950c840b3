package uk.attendance.quickentry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Author;
import uk.attendance.register.MarkRefused;
import uk.attendance.register.PlanningMarks;
import uk.attendance.register.PlanningMarks.Outcome;
import uk.attendance.register.PlanningMarks.Plan;
import uk.attendance.school.Session;

/** Puts the code of a known absence into the register, now or when its sessions come. */
@Component
class Planning {

  private static final int REASON = 380;

  private final PlanningMarks planning;

  Planning(PlanningMarks planning) {
    this.planning = planning;
  }

  /**
   * Days of an absence that share their sessions.
   *
   * @param last last day, included
   */
  record Span(LocalDate first, LocalDate last, Set<Session> sessions) {}

  /**
   * @param why kept with the amendment
   * @param field of the form, to say what is wrong at
   * @return what became of it, in words
   */
  String put(
      PupilId pupil,
      List<Span> spans,
      String code,
      String why,
      String field,
      Author by,
      Scope scope) {
    Outcome all = new Outcome(0, 0, 0, 0);
    String reason = shortened(why);
    for (Span span : spans) {
      try {
        Outcome one =
            planning.explain(
                new Plan(pupil, span.first(), span.last(), span.sessions(), code, reason),
                by,
                scope);
        all =
            new Outcome(
                all.planned() + one.planned(),
                all.settled() + one.settled(),
                all.marked() + one.marked(),
                all.closed() + one.closed());
      } catch (MarkRefused refused) {
        String sentence = refused.getMessage();
        throw new EntryRefused(field, sentence == null ? "" : sentence, pupil);
      }
    }
    return words(code, all);
  }

  /** As long as an amendment keeps; the entry has all of it. */
  static String shortened(String why) {
    return why.length() <= REASON ? why : why.substring(0, REASON - 1) + "…";
  }

  static String words(String code, Outcome outcome) {
    List<String> parts = new ArrayList<>();
    if (outcome.settled() > 0) {
      parts.add("now in the register for " + sessions(outcome.settled()));
    }
    if (outcome.planned() > 0) {
      parts.add(
          sessions(outcome.planned())
              + (outcome.planned() == 1 ? " takes" : " take")
              + " it when a register file reports the absence");
    }
    if (outcome.marked() > 0) {
      parts.add(
          sessions(outcome.marked())
              + (outcome.marked() == 1 ? " keeps the mark it has" : " keep the marks they have"));
    }
    if (parts.isEmpty()) {
      return "No session of these days is open: nothing is marked.";
    }
    return "Code " + code + ": " + String.join("; ", parts) + ".";
  }

  private static String sessions(int n) {
    return n == 1 ? "1 session" : n + " sessions";
  }
}

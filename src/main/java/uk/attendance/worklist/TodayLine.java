package uk.attendance.worklist;

import java.util.List;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;

/**
 * Something that a person should know first thing. Each feature that has something to say
 * contributes a bean; Today shows what they say, in their order, and nothing where there is
 * nothing.
 */
public interface TodayLine {

  List<Line> today(CurrentSchool school, SignedIn reader, Scope scope);

  /**
   * @param count "7", "99+"
   * @param words that follow the count: "tasks overdue"
   * @param urgent waits no longer
   */
  record Line(String count, String words, String href, boolean urgent) {

    /** Counted to a cap, with the word for one and for several. */
    public static Line of(
        int count, int cap, String one, String several, String href, boolean urgent) {
      return new Line(
          count >= cap ? (cap - 1) + "+" : Integer.toString(count),
          count == 1 ? one : several,
          href,
          urgent);
    }
  }
}

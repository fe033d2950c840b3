package uk.attendance.letter.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.letter.Messages;
import uk.attendance.letter.PrintRuns;
import uk.attendance.worklist.TodayLine;

/** Letters that wait for a person: failed, held, proposed, or on paper. */
@Component
@Order(30)
class LettersToday implements TodayLine {

  private final Messages messages;
  private final PrintRuns runs;
  private final ShowingMessages showing;

  LettersToday(Messages messages, PrintRuns runs, ShowingMessages showing) {
    this.messages = messages;
    this.runs = runs;
    this.showing = showing;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    List<Line> lines = new ArrayList<>();
    if (showing.mayOpen(school.id(), scope)) {
      add(lines, school, LetterList.TROUBLE, "letter failed", "letters failed", true);
      add(
          lines,
          school,
          LetterList.DECIDE,
          "letter waits for a yes",
          "letters wait for a yes",
          false);
      add(lines, school, LetterList.HELD, "letter held", "letters held", false);
      String print = LetterList.PRINT.href();
      add(
          lines,
          runs.countToTakeOut(school.id()),
          "printed letter to take out of its run",
          "printed letters to take out of their run",
          print,
          true);
      add(
          lines,
          runs.countWaiting(school.id()),
          "letter to print",
          "letters to print",
          print,
          false);
      add(
          lines,
          runs.countToPost(school.id()),
          "letter printed and not posted yet",
          "letters printed and not posted yet",
          print,
          false);
    }
    return lines;
  }

  private void add(
      List<Line> lines,
      CurrentSchool school,
      LetterList list,
      String one,
      String several,
      boolean urgent) {
    add(lines, messages.count(school.id(), list.states()), one, several, list.href(), urgent);
  }

  private static void add(
      List<Line> lines, int count, String one, String several, String href, boolean urgent) {
    if (count > 0) {
      lines.add(Line.of(count, Integer.MAX_VALUE, one, several, href, urgent));
    }
  }
}

package uk.attendance.letter.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.letter.Messages;
import uk.attendance.worklist.TodayLine;

/** Letters that wait for a person: failed, held, or proposed. */
@Component
@Order(30)
class LettersToday implements TodayLine {

  private final Messages messages;
  private final ShowingMessages showing;

  LettersToday(Messages messages, ShowingMessages showing) {
    this.messages = messages;
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
      add(lines, school, LetterList.PRINT, "letter to print", "letters to print", false);
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
    int count = messages.count(school.id(), list.states());
    if (count > 0) {
      lines.add(
          Line.of(count, Integer.MAX_VALUE, one, several, "/letters?show=" + list.key(), urgent));
    }
  }
}

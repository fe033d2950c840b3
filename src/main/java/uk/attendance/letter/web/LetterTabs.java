package uk.attendance.letter.web;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.letter.Messages;

/** The lists of the page Letters, with how much waits in each. */
@Component
class LetterTabs {

  private final Messages messages;

  LetterTabs(Messages messages) {
    this.messages = messages;
  }

  /**
   * @param count "3", "more than 99", or empty where it is not counted
   */
  record Tab(String words, String href, String count, boolean here) {}

  List<Tab> of(LetterList here, CurrentSchool school) {
    return Arrays.stream(LetterList.values())
        .map(list -> new Tab(list.words(), list.href(), count(list, school), list == here))
        .toList();
  }

  private String count(LetterList list, CurrentSchool school) {
    if (!list.isCounted()) {
      return "";
    }
    int counted = messages.count(school.id(), list.states());
    return counted > 99 ? "more than 99" : String.valueOf(counted);
  }
}

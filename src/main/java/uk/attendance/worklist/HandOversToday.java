package uk.attendance.worklist;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.worklist.WorklistQuery.Whose;

/** Cases that were handed over and that nobody has taken up. */
@Component
@Order(40)
class HandOversToday implements TodayLine {

  private static final String TASK = "take-up-hand-over";
  private static final int COUNTED = 100;

  private final Worklist worklist;

  HandOversToday(Worklist worklist) {
    this.worklist = worklist;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    int count =
        worklist.count(
            WorklistQuery.of(Whose.ALL, List.of(school.id())).ofKind(TASK),
            reader.id(),
            scope,
            COUNTED);
    return count == 0
        ? List.of()
        : List.of(
            Line.of(
                count,
                COUNTED,
                "hand-over nobody has taken up",
                "hand-overs nobody has taken up",
                "/worklist?whose=all&task=" + TASK,
                true));
  }
}

package uk.attendance.worklist;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.worklist.WorklistQuery.Due;
import uk.attendance.worklist.WorklistQuery.Standing;
import uk.attendance.worklist.WorklistQuery.Whose;

/** Tasks of one's role that are overdue, due today, or new. */
@Component
@Order(10)
class TasksToday implements TodayLine {

  private static final int COUNTED = 100;

  private final Worklist worklist;

  TasksToday(Worklist worklist) {
    this.worklist = worklist;
  }

  @Override
  public List<Line> today(CurrentSchool school, SignedIn reader, Scope scope) {
    WorklistQuery mine = WorklistQuery.of(Whose.ROLE, List.of(school.id()));
    List<Line> lines = new ArrayList<>();
    add(
        lines,
        mine.due(Due.OVERDUE),
        "task overdue",
        "tasks overdue",
        "due=overdue",
        reader,
        scope);
    add(
        lines,
        mine.due(Due.TODAY),
        "task due today",
        "tasks due today",
        "due=today",
        reader,
        scope);
    add(
        lines,
        mine.standing(Standing.NEW),
        "task new today",
        "tasks new today",
        "show=new",
        reader,
        scope);
    return lines;
  }

  private void add(
      List<Line> lines,
      WorklistQuery query,
      String one,
      String several,
      String address,
      SignedIn reader,
      Scope scope) {
    int count = worklist.count(query, reader.id(), scope, COUNTED);
    if (count > 0) {
      lines.add(
          Line.of(
              count, COUNTED, one, several, "/worklist?" + address, query.due() == Due.OVERDUE));
    }
  }
}

package uk.attendance.worklist.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Timeline;
import uk.attendance.worklist.ListedTask;
import uk.attendance.worklist.TaskInSight;

/** What happened in the case so far. */
@Component
class CaseOfTask implements TaskPart {

  private static final int SHOWN = 6;

  private final Timeline timeline;

  CaseOfTask(Timeline timeline) {
    this.timeline = timeline;
  }

  /**
   * @param earlier how many entries are not shown
   */
  record Content(long caseId, String process, List<Line> lines, int earlier) {}

  record Line(String when, String words, String who) {}

  @Override
  public Optional<Card> card(TaskInSight.Open task, Scope scope) {
    List<Entry> told =
        timeline.of(task.file().id()).stream()
            .filter(entry -> !entry.kind().isWay() && entry.kind() != EntryKind.DECIDED)
            .toList();
    int from = Math.max(0, told.size() - SHOWN);
    return Optional.of(
        new Card(
            50,
            "worklist/task-case",
            new Content(
                task.file().id().value(),
                ListedTask.nameOf(task.file().process()),
                told.subList(from, told.size()).stream().map(CaseOfTask::line).toList(),
                from)));
  }

  private static Line line(Entry entry) {
    return new Line(
        TaskWords.briefly(entry.at()), entry.kind().words() + ": " + entry.words(), entry.actor());
  }
}

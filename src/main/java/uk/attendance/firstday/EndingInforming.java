package uk.attendance.firstday;

import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.RunningCases;
import uk.attendance.worklist.OpenTasks;

/** A case that only informs ends when everybody has been told (RT-F4). */
@Component
class EndingInforming {

  private final CaseFiles cases;
  private final OpenTasks tasks;
  private final RunningCases running;

  EndingInforming(CaseFiles cases, OpenTasks tasks, RunningCases running) {
    this.cases = cases;
    this.tasks = tasks;
    this.running = running;
  }

  void endIfNothingIsLeft(CaseId id) {
    if (cases.find(id).filter(CaseFile::isOpen).isPresent() && tasks.of(id).isEmpty()) {
      running.tell(
          id, FirstDay.EXPLAINED, Map.of("explained", true, "codeWanted", false), Actor.PROGRAM);
    }
  }
}

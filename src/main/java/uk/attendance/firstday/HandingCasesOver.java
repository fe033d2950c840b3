package uk.attendance.firstday;

import java.util.Date;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;

/** Hands a case to the process of missing pupils: an open row for the lead until there is one. */
@Component
public class HandingCasesOver {

  static final String PROCESS = "hand-over";
  static final String CAUSE = "missing-education";
  static final String TASK = "take-up-hand-over";

  private final RunningCases running;
  private final Deadlines deadlines;

  HandingCasesOver(RunningCases running, Deadlines deadlines) {
    this.running = running;
    this.deadlines = deadlines;
  }

  public void handOver(CaseFile file, Why why) {
    running.openAfterwards(
        new Opening(
            PROCESS,
            CAUSE,
            file.school(),
            file.pupil(),
            file.pack(),
            file.startedOn(),
            facts(file, why),
            why),
        Actor.PROGRAM);
  }

  /** What the process of a hand-over begins with. */
  Map<String, Object> facts(CaseFile file, Why why) {
    return Map.of(
        "takeUpHandOverDue",
        Date.from(deadlines.due(file.school(), file.pack(), TASK, null).at()),
        "takeUpHandOverWhy",
        WhyJson.write(why));
  }
}

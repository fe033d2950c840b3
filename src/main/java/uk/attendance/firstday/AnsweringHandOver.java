package uk.attendance.firstday;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.policy.RuleId;
import uk.attendance.worklist.AnswersTask;

/** The lead took up a case that no process takes further yet. */
@Component
class AnsweringHandOver implements AnswersTask {

  private final RunningCases running;
  private final HandingCasesOver handingOver;

  AnsweringHandOver(RunningCases running, HandingCasesOver handingOver) {
    this.running = running;
    this.handingOver = handingOver;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(HandingCasesOver.TASK);
  }

  @Override
  public Map<String, Object> answered(Answered answered) {
    return Map.of();
  }

  @Override
  public void undone(Answered answered) {
    CaseFile file = answered.caseFile();
    running.reopen(
        file.id(),
        handingOver.facts(
            file, Why.of(new RuleId("NF-M1"), "What took the hand-over up was taken back")),
        answered.by());
  }
}

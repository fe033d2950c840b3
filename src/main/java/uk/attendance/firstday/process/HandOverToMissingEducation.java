package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.HandingCasesOver;

/** Opens the hand-over that outlives the case. */
@Component("handOverToMissingEducation")
class HandOverToMissingEducation implements JavaDelegate {

  private final OwnCase ownCase;
  private final HandingCasesOver handingOver;

  HandOverToMissingEducation(OwnCase ownCase, HandingCasesOver handingOver) {
    this.ownCase = ownCase;
    this.handingOver = handingOver;
  }

  @Override
  public void execute(DelegateExecution execution) {
    handingOver.handOver(ownCase.of(execution), ownCase.why("missing", execution));
  }
}

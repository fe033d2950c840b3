package uk.attendance.leave.process;

import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.leave.WeighingFindings;

/** Keeps what the policy said of the request, and says what comes before the decision. */
@Component("weighFindings")
class WeighFindings implements JavaDelegate {

  private final OwnLeave ownLeave;
  private final WeighingFindings weighing;

  WeighFindings(OwnLeave ownLeave, WeighingFindings weighing) {
    this.ownLeave = ownLeave;
    this.weighing = weighing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariables(
        weighing.weigh(
            ownLeave.caseOf(execution),
            ownLeave.requestOf(execution),
            new TreeMap<>(execution.getVariables())));
  }
}

package uk.attendance.firstday.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.firstday.TodaysSteps;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.process.Passing;

/** From the rows that applied to what opens today. */
@Component("chooseTodaysSteps")
class ChooseTodaysSteps implements JavaDelegate {

  private final OwnCase ownCase;
  private final TodaysSteps steps;
  private final PolicyPacks packs;

  ChooseTodaysSteps(OwnCase ownCase, TodaysSteps steps, PolicyPacks packs) {
    this.ownCase = ownCase;
    this.steps = steps;
    this.packs = packs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = ownCase.of(execution);
    String rows = ownCase.text("firstDayStepsRows", execution);
    Map<String, Object> seen = new TreeMap<>();
    packs
        .pack(file.pack())
        .table(TodaysSteps.TABLE)
        .facts()
        .forEach(fact -> seen.put(fact, execution.getVariable(fact)));
    steps
        .choose(file, rows.isEmpty() ? List.of() : List.of(rows.split(",")), seen)
        .forEach((name, value) -> set(execution, name, value));
  }

  /** Only the gateway after it asks whether a step is due. */
  private static void set(DelegateExecution execution, String name, Object value) {
    if (name.endsWith(TodaysSteps.TODAY)) {
      Passing.set(execution, name, value);
    } else {
      execution.setVariable(name, value);
    }
  }
}

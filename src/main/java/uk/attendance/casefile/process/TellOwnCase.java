package uk.attendance.casefile.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.RunningCases;

/** A message event that a process throws at its own case: delivered when the command is over. */
@Component("tellOwnCase")
class TellOwnCase implements JavaDelegate {

  private final RunningCases running;

  TellOwnCase(RunningCases running) {
    this.running = running;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ThrowEvent event = (ThrowEvent) execution.getBpmnModelElementInstance();
    String message =
        event.getEventDefinitions().stream()
            .filter(MessageEventDefinition.class::isInstance)
            .map(definition -> ((MessageEventDefinition) definition).getMessage().getName())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "element '%s' calls tellOwnCase; needed: a message"
                            .formatted(event.getId())));
    CaseId id =
        CaseVariables.caseId(execution)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "process instance %s tells its case, and is none"
                            .formatted(execution.getProcessInstanceId())));
    running.tellAfterwards(id, message, Map.of(), Actor.PROGRAM);
  }
}

package uk.attendance.firstday.process;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Which elements and flows of a model were passed while tests ran. */
final class PassedElements extends AbstractBpmnParseListener {

  private final Set<String> passed = new HashSet<>();

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity definition) {
    definition.getActivities().forEach(this::listen);
  }

  private void listen(ActivityImpl activity) {
    activity.addListener(
        ExecutionListener.EVENTNAME_START,
        (ExecutionListener) execution -> passed.add(activity.getId()));
    activity
        .getOutgoingTransitions()
        .forEach(
            flow ->
                ((TransitionImpl) flow)
                    .addListener(
                        ExecutionListener.EVENTNAME_TAKE,
                        (ExecutionListener) execution -> passed.add(flow.getId())));
    activity.getActivities().forEach(this::listen);
  }

  /** What no test passed. */
  Set<String> missed(BpmnModelInstance model) {
    Set<String> missed = new TreeSet<>();
    model.getModelElementsByType(FlowNode.class).forEach(node -> missed.add(node.getId()));
    model.getModelElementsByType(SequenceFlow.class).stream()
        .filter(flow -> !(flow.getSource() instanceof EventBasedGateway)) // the engine takes none
        .forEach(flow -> missed.add(flow.getId()));
    missed.removeAll(passed);
    return missed;
  }
}

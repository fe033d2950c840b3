package uk.attendance.casefile.process;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ExternalTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Sets our listeners on every element of every model; nothing that a model says takes them off. */
@Component
class BuiltInListeners extends AbstractBpmnParseListener {

  private final RecordingWay way;
  private final RecordingTasks tasks;

  BuiltInListeners(RecordingWay way, RecordingTasks tasks) {
    this.way = way;
    this.tasks = tasks;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity process) {
    process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) way::started);
    process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) way::ended);
  }

  /** What is come to by a flow is written as the flow is taken, which nobody knows afterwards. */
  @Override
  public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
    ActivityImpl source = flow.getSource();
    ActivityImpl destination = (ActivityImpl) flow.getDestination();
    boolean taken = !(source.getActivityBehavior() instanceof EventBasedGatewayActivityBehavior);
    if (taken && !destination.isAsyncBefore()) {
      destination.setProperty(RecordingWay.BY_FLOW, true);
      flow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) way::taken);
    }
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    record(activity);
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, tasks::created);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tasks::completed);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, tasks::deleted);
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START, (ExecutionListener) way::reachedEnd);
  }

  @Override
  public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseInclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
    record(activity);
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    record(activity);
  }

  @Override
  public void parseManualTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
    record(activity);
  }

  @Override
  public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
    record(activity);
  }

  @Override
  public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  @Override
  public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    record(activity);
  }

  @Override
  public void parseIntermediateTimerEventDefinition(Element element, ActivityImpl activity) {
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START, (ExecutionListener) way::beganToWait);
  }

  @Override
  public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    pass(activity);
  }

  /** Nothing waits there, so that one entry tells all; but what others work off is waited for. */
  private void pass(ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof ExternalTaskActivityBehavior) {
      record(activity);
    } else {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, (ExecutionListener) way::passed);
    }
  }

  private void record(ActivityImpl activity) {
    activity.setProperty(RecordingWay.WAITS, true);
    activity.addBuiltInListener(
        ExecutionListener.EVENTNAME_START, (ExecutionListener) way::entered);
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) way::left);
  }
}

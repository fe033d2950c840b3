package uk.attendance.worklist.process;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Has the worklist hear of every user task of every model. */
@Component
class WorklistListeners extends AbstractBpmnParseListener {

  private final TaskRows rows;

  WorklistListeners(TaskRows rows) {
    this.rows = rows;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, rows::created);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, rows::updated);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, rows::closed);
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, rows::closed);
  }
}

package uk.attendance.casefile.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses a model that holds a script, or names a class, anywhere. */
class NoScripts extends AbstractBpmnParseListener {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  @Override
  public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    throw refused(activity, "is a script task");
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuseClass(element, activity);
  }

  @Override
  public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuseClass(element, activity);
  }

  @Override
  public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuseClass(element, activity);
  }

  private static void refuseClass(Element element, ActivityImpl activity) {
    if (element.attributeNS(new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA), "class")
        != null) {
      throw refused(activity, "names a class");
    }
  }

  private static ProcessEngineException refused(CoreModelElement element, String what) {
    return new ProcessEngineException(
        "model refused: element '%s' %s; needed: a delegate expression naming a bean"
            .formatted(element.getId(), what));
  }
}

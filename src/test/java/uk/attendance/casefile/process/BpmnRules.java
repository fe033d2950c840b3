package uk.attendance.casefile.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeCycle;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What every process must look like so that a head of attendance can read it. */
final class BpmnRules {

  static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern GENERATED =
      Pattern.compile("(Activity|Gateway|Event|Task|Flow|Process)_[0-9a-z]{6,8}");
  private static final Pattern THRESHOLD = Pattern.compile("[<>]=?\\s*-?\\d|\\d\\s*[<>]");
  private static final Pattern SIMPLE_CONDITION =
      Pattern.compile("\\$\\{!?[a-zA-Z]+(\\s*[!=]=\\s*('[a-z-]+'|true|false))?}");
  private static final Set<String> VAGUE = Set.of("handle", "process", "manage");
  private static final Set<String> EMPTY_ENDS = Set.of("end", "ended", "processed", "done", "stop");

  private final Process process;
  private final BpmnModelInstance model;
  private final String stem;
  private final Predicate<String> formExists;
  private final List<String> findings = new ArrayList<>();

  private BpmnRules(BpmnModelInstance model, String stem, Predicate<String> formExists) {
    this.model = model;
    this.stem = stem;
    this.formExists = formExists;
    this.process = model.getModelElementsByType(Process.class).iterator().next();
  }

  static List<String> findings(BpmnModelInstance model, String stem, Predicate<String> formExists) {
    if (model.getModelElementsByType(Process.class).size() != 1) {
      return List.of("holds more or less than one process");
    }
    BpmnRules rules = new BpmnRules(model, stem, formExists);
    rules.checkProcess();
    rules.nodes().forEach(rules::checkNode);
    rules.checkLiterals();
    return rules.findings;
  }

  private void checkProcess() {
    need(process.getId().equals(stem), "process id '%s' is not the file's name", process.getId());
    need(named(process.getName()), "process has no name");
    need(process.getCamundaHistoryTimeToLiveString() != null, "process has no historyTimeToLive");
    need(all(Lane.class).isEmpty(), "process has lanes; roles are candidate groups");
    need(
        nodes().filter(node -> !insideEventSubProcess(node)).count() <= 20,
        "more than 20 elements on one diagram: extract a called process");
  }

  private void checkNode(FlowNode node) {
    String id = node.getId();
    need(KEBAB.matcher(id).matches() && !GENERATED.matcher(id).matches(), "%s: id not kebab", id);
    need(node.getDiagramElement() != null, "%s is not drawn", id);
    if (node instanceof Activity && !(node instanceof SubProcess)) {
      need(named(node.getName()), "%s has no name", id);
      need(!vague(node.getName()), "%s: '%s' says nothing", id, node.getName());
    }
    if (node instanceof Event && !(node instanceof IntermediateThrowEvent)) {
      need(named(node.getName()), "event %s has no name", id);
      need(
          !EMPTY_ENDS.contains(String.valueOf(node.getName()).toLowerCase()),
          "end %s says nothing of the child",
          id);
    }
    checkGateway(node);
    if (node instanceof UserTask task) {
      checkUserTask(task);
    }
    checkImplementation(node);
    for (SequenceFlow flow : node.getOutgoing()) {
      need(flow.getDiagramElement() != null, "flow %s is not drawn", flow.getId());
    }
  }

  private void checkGateway(FlowNode node) {
    if (!(node instanceof Gateway)) {
      need(node.getOutgoing().size() <= 1, "%s splits without a gateway", node.getId());
      return;
    }
    Collection<SequenceFlow> out = node.getOutgoing();
    need(
        node.getIncoming().size() <= 1 || out.size() <= 1,
        "gateway %s joins and splits at once",
        node.getId());
    if (node instanceof ExclusiveGateway && out.size() > 1) {
      need(
          String.valueOf(node.getName()).endsWith("?"),
          "gateway %s asks no question",
          node.getId());
      for (SequenceFlow flow : out) {
        need(named(flow.getName()), "an answer of gateway %s is not named", node.getId());
      }
    }
  }

  private void checkUserTask(UserTask task) {
    String form = task.getCamundaFormRef();
    need(named(task.getCamundaCandidateGroups()), "task %s has no role", task.getId());
    need(form != null && formExists.test(form), "task %s: form %s missing", task.getId(), form);
    need(
        "deployment".equals(task.getCamundaFormRefBinding()),
        "task %s: form not bound to its deployment",
        task.getId());
    need(named(task.getCamundaDueDate()), "task %s has no due date", task.getId());
    need(!task.getDocumentations().isEmpty(), "task %s has no documentation", task.getId());
  }

  private void checkImplementation(FlowNode node) {
    need(!(node instanceof ScriptTask), "%s is a script", node.getId());
    if (node instanceof ServiceTask task) {
      need(task.getCamundaClass() == null, "%s names a class", node.getId());
      need(task.getCamundaExpression() == null, "%s runs an expression", node.getId());
    }
    if (node instanceof BusinessRuleTask task) {
      need(
          "${policyDecision}".equals(task.getCamundaDelegateExpression()),
          "%s does not call policyDecision",
          node.getId());
    }
    if (node instanceof CallActivity call) {
      need(
          Stream.concat(
                  call.getChildElementsByType(CamundaIn.class).stream()
                      .map(CamundaIn::getCamundaVariables),
                  call.getChildElementsByType(CamundaOut.class).stream()
                      .map(CamundaOut::getCamundaVariables))
              .noneMatch("all"::equals),
          "%s passes all variables",
          node.getId());
    }
  }

  private void checkLiterals() {
    need(all(CamundaScript.class).isEmpty(), "holds a script");
    for (Class<? extends Expression> timer :
        List.<Class<? extends Expression>>of(TimeDuration.class, TimeDate.class, TimeCycle.class)) {
      for (Expression expression : all(timer)) {
        String text = expression.getTextContent().strip();
        need(text.matches("\\$\\{[a-zA-Z]+}"), "a timer holds a literal: %s", text);
      }
    }
    for (ConditionExpression condition : all(ConditionExpression.class)) {
      String text = condition.getTextContent().strip();
      need(!THRESHOLD.matcher(text).find(), "a condition holds a threshold: %s", text);
      need(SIMPLE_CONDITION.matcher(text).matches(), "not one simple condition: %s", text);
    }
  }

  /** An event subprocess is drawn apart: it counts no more than what is in it. */
  private boolean insideEventSubProcess(ModelElementInstance element) {
    Set<ModelElementInstance> seen = new HashSet<>();
    for (ModelElementInstance at = element;
        at != null && seen.add(at);
        at = at.getParentElement()) {
      if (at instanceof SubProcess sub && sub.triggeredByEvent()) {
        return true;
      }
    }
    return false;
  }

  private Stream<FlowNode> nodes() {
    return all(FlowNode.class).stream();
  }

  private <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return model.getModelElementsByType(type);
  }

  private static boolean named(String name) {
    return name != null && !name.isBlank();
  }

  private static boolean vague(String name) {
    return named(name) && VAGUE.contains(name.split(" ")[0].toLowerCase());
  }

  private void need(boolean holds, String finding, Object... values) {
    if (!holds) {
      findings.add(finding.formatted(values));
    }
  }
}

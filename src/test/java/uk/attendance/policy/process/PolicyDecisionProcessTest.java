package uk.attendance.policy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPacks;

/** The bean behind a business rule task. */
class PolicyDecisionProcessTest {

  private static final PolicyPacks PACKS = PolicyPacks.bundled();
  private static ProcessEngine engine;

  private static final List<String> HEARD = new ArrayList<>();

  @BeforeAll
  static void start() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setProcessEngineName("policy-decision");
    configuration.setHistory("none");
    configuration.setBeans(
        Map.of(
            "policyDecision",
            new PolicyDecision(PACKS, List.of((decided, instance) -> HEARD.add(instance)))));
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("absence-report.bpmn", asking("absence-report", "absence-code"))
        .addModelInstance("absence-day.bpmn", asking("absence-day", "first-day-steps"))
        .deploy();
  }

  private static BpmnModelInstance asking(String process, String decision) {
    return Bpmn.createExecutableProcess(process)
        .camundaHistoryTimeToLive(1)
        .startEvent()
        .businessRuleTask(decision)
        .camundaDelegateExpression("${policyDecision}")
        .userTask("look-at-it")
        .endEvent()
        .done();
  }

  @Test
  void storesWhatACollectTableAnswersOnlyWhereItStoodBefore() {
    VariableMap facts = facts("national");
    facts.putAll(
        Map.of(
            "schoolDay", 1,
            "absenceConfirmed", false,
            "parentReached", "not-tried",
            "emergencyContactReached", "not-tried",
            "childSeen", false,
            "socialWorker", false,
            "youthJustice", false,
            "safeguardingConcern", false,
            "explained", false));

    assertThat(stored("absence-day", facts)).isNull();

    facts.putValue("firstDayStepsRows", "rows of the day before");

    assertThat(stored("absence-day", facts)).isEqualTo("first-day-message,parents-called");
  }

  private static Object stored(String process, VariableMap facts) {
    return engine
        .getRuntimeService()
        .getVariable(
            engine.getRuntimeService().startProcessInstanceByKey(process, facts).getId(),
            "firstDayStepsRows");
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @Test
  void answersWithTheTableNamedByTheTasksIdInThePackOfTheCase() {
    assertThat(codeFor("raleigh")).isEqualTo("decide-absence-code");
    assertThat(codeFor("st-vincent")).isEqualTo("M");
  }

  @Test
  void tellsOfEveryCaseThatAskedAlsoWhereTheAnswerIsRemembered() {
    HEARD.clear();

    String first = started("raleigh").getId();
    String second = started("raleigh").getId();

    assertThat(HEARD).containsExactly(first, second);
  }

  @Test
  void namesTheVariableThatACaseLacks() {
    VariableMap facts = facts("raleigh");
    facts.remove("policyVersion");

    assertThatThrownBy(
            () -> engine.getRuntimeService().startProcessInstanceByKey("absence-report", facts))
        .hasMessageContaining("absence-code")
        .hasMessageContaining("'policyVersion'");
  }

  private static Object codeFor(String pack) {
    return engine.getRuntimeService().getVariable(started(pack).getId(), "code");
  }

  private static ProcessInstance started(String pack) {
    return engine.getRuntimeService().startProcessInstanceByKey("absence-report", facts(pack));
  }

  private static VariableMap facts(String pack) {
    PackVersion version = PACKS.pack(pack).version();
    return Variables.createVariables()
        .putValue("policyPack", version.pack())
        .putValue("policyVersion", version.version())
        .putValue("reason", "appointment")
        .putValue("notifiedInAdvance", false)
        .putValue("evidence", "none")
        .putValue("leaveGranted", false)
        .putValue("religiousDaysUsed", 0);
  }
}

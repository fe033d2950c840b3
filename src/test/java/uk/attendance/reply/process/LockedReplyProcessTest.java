package uk.attendance.reply.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The diagram alone, on a bare engine: each way through it, and no element that none passes. */
class LockedReplyProcessTest {

  private static final BpmnModelInstance MODEL =
      Bpmn.readModelFromFile(Path.of("processes/locked-reply.bpmn").toFile());
  private static final Date DUE = Date.from(Instant.parse("2025-11-04T17:00:00Z"));
  private static final Set<String> PASSED = new HashSet<>();
  private static ProcessEngine engine;

  @BeforeAll
  static void start() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    configuration.setProcessEngineName("locked-reply");
    configuration.setHistory("activity");
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("locked-reply.bpmn", MODEL)
        .deploy();
  }

  @AfterAll
  static void everyElementWasPassed() {
    engine.close();
    assertThat(PASSED)
        .containsExactlyInAnyOrderElementsOf(
            MODEL.getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theOfficeSettlesIt() {
    String instance = open();
    Task task =
        engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();

    assertThat(task.getTaskDefinitionKey()).isEqualTo("resolve-locked-reply");
    assertThat(task.getDueDate()).isEqualTo(DUE);
    assertThat(engine.getTaskService().getIdentityLinksForTask(task.getId()))
        .extracting(link -> link.getGroupId())
        .containsExactly("office");
    engine.getTaskService().complete(task.getId());

    assertThat(passed(instance)).contains("locked-link-settled");
    assertThat(isOpen(instance)).isFalse();
  }

  @Test
  void aLeaverEndsIt() {
    String instance = open();

    engine
        .getRuntimeService()
        .createMessageCorrelation("pupil-left")
        .processInstanceId(instance)
        .correlate();

    assertThat(passed(instance)).contains("pupil-left").doesNotContain("locked-link-settled");
    assertThat(isOpen(instance)).isFalse();
  }

  private static String open() {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey("locked-reply", Map.of("resolveLockedReplyDue", DUE))
        .getProcessInstanceId();
  }

  private static boolean isOpen(String instance) {
    return engine.getRuntimeService().createExecutionQuery().processInstanceId(instance).count()
        > 0;
  }

  private static List<String> passed(String instance) {
    List<String> passed =
        engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance)
            .list()
            .stream()
            .map(HistoricActivityInstance::getActivityId)
            .toList();
    PASSED.addAll(passed);
    return passed;
  }
}

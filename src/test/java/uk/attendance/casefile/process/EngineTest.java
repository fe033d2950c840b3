package uk.attendance.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.AttendanceApplication;
import uk.attendance.ClockMoved;
import uk.attendance.Database;
import uk.attendance.casefile.Invariant;

/** The whole program on PostgreSQL: two nodes that started at once on an empty database. */
class EngineTest {

  private static final Path EXAMPLE = Path.of("src/test/resources/processes/example-visit.bpmn");

  private static ConfigurableApplicationContext node;
  private static OtherNode other;
  private static ProcessEngine engine;

  @BeforeAll
  static void startTwoNodesAtOnce() throws IOException {
    String[] settings = {
      "--spring.datasource.url=" + Database.Postgres.newDatabase(false),
      "--spring.datasource.username=postgres",
      "--spring.datasource.hikari.maximum-pool-size=8",
      "--server.port=0",
      "--camunda.bpm.job-execution.enabled=false"
    };
    other = OtherNode.start(settings);
    node = new SpringApplicationBuilder(AttendanceApplication.class).run(settings);
    engine = node.getBean(ProcessEngine.class);
  }

  @AfterAll
  static void stop() {
    ClockUtil.reset();
    node.close();
    other.stop();
  }

  @Test
  void bothNodesCameUpOnOneSchemaWithOneDeployment() {
    assertThat(other.cameUp()).as(other.log()).isTrue();
    assertThat(engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(1);
    assertThat(
            engine
                .getRepositoryService()
                .getDeploymentResourceNames(
                    engine.getRepositoryService().createDeploymentQuery().singleResult().getId()))
        .contains("processes/example-visit.bpmn", "forms/example-visit.form");
  }

  @Test
  void addsTheIndexesThatTheEngineLacks() {
    assertThat(
            node.getBean(JdbcClient.class)
                .sql(
                    "select indexdef from pg_indexes where indexname in ('job_due_date', 'task_parent')")
                .query(String.class)
                .list())
        .hasSize(2)
        .anyMatch(index -> index.contains("duedate_"))
        .anyMatch(index -> index.contains("parent_task_id_"));
  }

  @Test
  void runsTheExampleFromStartToEnd() {
    Date due = Date.from(Instant.parse("2025-11-03T15:00:00Z"));
    ProcessInstance visit =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("example-visit", Map.of("visitDue", due));
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(visit.getId())
            .initializeFormKeys()
            .singleResult();

    assertThat(task.getTaskDefinitionKey()).isEqualTo("visit-home");
    assertThat(task.getCamundaFormRef().getKey()).isEqualTo("example-visit");
    assertThat(task.getDueDate()).isEqualTo(due);

    engine.getTaskService().complete(task.getId(), Map.of("childSeen", true));

    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(visit.getId())
                .count())
        .isZero();
  }

  @Test
  void refusesScriptsAndClassesInModels() throws IOException {
    String model = Files.readString(EXAMPLE);
    String script =
        model
            .replace("bpmn:userTask", "bpmn:scriptTask")
            .replace("id=\"visit-home\"", "id=\"visit-home\" scriptFormat=\"javascript\"")
            .replace("</bpmn:scriptTask>", "<bpmn:script>1</bpmn:script></bpmn:scriptTask>");
    String named =
        model
            .replace("bpmn:userTask", "bpmn:serviceTask")
            .replace("id=\"visit-home\"", "id=\"visit-home\" camunda:class=\"java.lang.Object\"");

    assertThatThrownBy(() -> deploy(script))
        .hasMessageContaining("element 'visit-home' is a script task");
    assertThatThrownBy(() -> deploy(named))
        .hasMessageContaining("element 'visit-home' names a class");
  }

  @Test
  void showsExpressionsNoBeanThatIsNotNamedForThem() throws IOException {
    deploy(
        Files.readString(EXAMPLE)
            .replace("example-visit\"", "peeping-visit\"")
            .replace("formRef=\"peeping-visit\"", "formRef=\"example-visit\"")
            .replace("${childSeen}", "${dataSource != null}"));
    ProcessInstance visit =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("peeping-visit", Map.of("visitDue", new Date(0)));
    Task task =
        engine.getTaskService().createTaskQuery().processInstanceId(visit.getId()).singleResult();

    assertThatThrownBy(
            () -> engine.getTaskService().complete(task.getId(), Map.of("childSeen", true)))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("dataSource");
  }

  @Test
  void refusesExpressionsInQueries() {
    assertThatThrownBy(
            () -> engine.getTaskService().createTaskQuery().taskAssigneeExpression("${1}").list())
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void keepsNoHistoryAndNoTenants() {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(configuration.getHistoryLevel().getName()).isEqualTo("none");
    assertThat(configuration.isAuthorizationEnabled()).isFalse();
    assertThat(configuration.isTenantCheckEnabled()).isFalse();
    assertThat(configuration.getDatabaseSchemaUpdate()).isEqualTo("false");
  }

  @Test
  void hasNoScriptEngineButTheEnginesOwnForExpressionsAndTables() {
    assertThat(new javax.script.ScriptEngineManager().getEngineFactories())
        .allSatisfy(
            factory ->
                assertThat(factory.getNames()).containsAnyOf("juel", "feel", "feel-unary-tests"));
  }

  @Test
  void findsAnExecutionThatWaitsForNothingAndAJobThatIsLost() {
    new TransactionTemplate(node.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(
            spoiling -> {
              spoiling.setRollbackOnly();
              spoilAndFind();
            });
  }

  private static void spoilAndFind() {
    JdbcClient jdbc = node.getBean(JdbcClient.class);
    ProcessInstance visit =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("example-visit", Map.of("visitDue", new Date()));
    String id = visit.getId();
    assertThat(broken("I5")).noneMatch(line -> line.contains(id));
    assertThat(broken("I8")).isEmpty();

    jdbc.sql("update act_ru_job set retries_ = 0 where process_instance_id_ = ?")
        .param(id)
        .update();
    assertThat(broken("I8")).hasSize(1).allMatch(line -> line.contains("dead without an incident"));

    jdbc.sql(
            "update act_ru_job set retries_ = 3, lock_exp_time_ = ? where process_instance_id_ = ?")
        .params(new java.sql.Timestamp(0), id)
        .update();
    assertThat(broken("I8")).hasSize(1).allMatch(line -> line.contains("locked past its time"));

    jdbc.sql("delete from act_ru_job where process_instance_id_ = ?").param(id).update();
    jdbc.sql(
            "delete from act_ru_identitylink where task_id_ in"
                + " (select id_ from act_ru_task where proc_inst_id_ = ?)")
        .param(id)
        .update();
    jdbc.sql("delete from act_ru_task where proc_inst_id_ = ?").param(id).update();
    assertThat(broken("I5")).isNotEmpty().allMatch(line -> line.contains("waits for nothing"));
  }

  private static List<String> broken(String id) {
    return node.getBeansOfType(Invariant.class).values().stream()
        .filter(invariant -> invariant.id().equals(id))
        .findFirst()
        .orElseThrow()
        .broken();
  }

  @Test
  void followsTheOneClock() {
    Instant before = ClockUtil.getCurrentTime().toInstant();
    ClockUtil.offset(Duration.ofDays(3).toMillis());

    node.publishEvent(new ClockMoved(before));

    assertThat(ClockUtil.getCurrentTime().toInstant()).isBefore(before.plus(Duration.ofDays(1)));
  }

  private static void deploy(String model) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addString("processes/spoiled.bpmn", model)
        .addString("forms/example-visit.form", form())
        .deploy();
  }

  private static String form() {
    try {
      return Files.readString(Path.of("src/test/resources/forms/example-visit.form"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

package uk.attendance.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * The engine alone, on a database of its own on the same server: history, batches and connections
 * as ours, none of our listeners and tables.
 */
final class BareEngine implements AutoCloseable {

  static final String MODEL = "bench/asking.bpmn";
  static final String PROCESS = "asking";

  private final HikariDataSource source = new HikariDataSource();
  private final ProcessEngine engine;

  BareEngine(String url) {
    source.setJdbcUrl(url);
    source.setUsername("postgres");
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("bare");
    configuration.setDataSource(source);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setHistory("activity");
    configuration.setJobExecutorActivate(false);
    configuration.setMetricsEnabled(false);
    configuration.setDbMetricsReporterActivate(false);
    engine = configuration.buildProcessEngine();
    engine.getRepositoryService().createDeployment().addClasspathResource(MODEL).deploy();
  }

  ProcessEngine engine() {
    return engine;
  }

  HikariDataSource source() {
    return source;
  }

  void startOneByOne(int count, Date due) {
    for (int i = 0; i < count; i++) {
      start(i, due);
    }
  }

  void startTogether(int count, int together, Date due) {
    for (int from = 0; from < count; from += together) {
      int first = from;
      ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
          .getCommandExecutorTxRequired()
          .execute(
              context -> {
                for (int i = first; i < first + together; i++) {
                  start(i, due);
                }
                return null;
              });
    }
  }

  private void start(int number, Date due) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("pupilId", (long) number);
    variables.put("schoolId", "bench");
    variables.put("due", due);
    engine.getRuntimeService().startProcessInstanceByKey(PROCESS, "bare/" + number, variables);
  }

  @Override
  public void close() {
    engine.close();
    source.close();
  }
}

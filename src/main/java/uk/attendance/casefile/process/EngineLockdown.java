package uk.attendance.casefile.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.VariableSerializers;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * What the embedded engine may not do (docs/decisions/0001): no script in any language, no bean
 * visible to an expression but the named ones, no expression in a query, no schema change, no
 * tenants and authorizations of its own (scope is ours), no history of its own (the timeline is the
 * record).
 */
@Component
@DependsOnDatabaseInitialization
class EngineLockdown extends AbstractProcessEnginePlugin {

  private final ListableBeanFactory beans;
  private final List<BpmnParseListener> builtIn;

  EngineLockdown(ListableBeanFactory beans, List<BpmnParseListener> builtIn) {
    this.beans = beans;
    this.builtIn = builtIn;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setDatabaseSchemaUpdate("false");
    engine.setHistoryLevel(HistoryLevel.HISTORY_LEVEL_NONE);
    // the factory bean has set a manager that shows every bean before any plugin is asked
    engine.setBeans(new NamedDelegates(beans));
    engine.setExpressionManager(new JuelExpressionManager(engine.getBeans()));
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setEnableExpressionsInStoredQueries(false);
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setEnableScriptEngineNashornCompatibility(false);
    engine.setConfigureScriptEngineHostAccess(true);
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setAuthorizationEnabled(false);
    engine.setTenantCheckEnabled(false);
    engine.setMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
    engine.setTaskMetricsEnabled(false);
    engine.setBpmnStacktraceVerbose(false);
    List<BpmnParseListener> listeners =
        new ArrayList<>(
            engine.getCustomPreBPMNParseListeners() == null
                ? List.of()
                : engine.getCustomPreBPMNParseListeners());
    listeners.add(new NoScripts());
    listeners.addAll(builtIn);
    engine.setCustomPreBPMNParseListeners(listeners);
  }

  /** Process variables are text, numbers, yes or no and dates: nothing is stored serialized. */
  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    VariableSerializers serializers = engine.getVariableSerializers();
    TypedValueSerializer<?> objects = serializers.getSerializerByName(JavaObjectSerializer.NAME);
    if (objects != null) {
      serializers.removeSerializer(objects);
    }
  }
}

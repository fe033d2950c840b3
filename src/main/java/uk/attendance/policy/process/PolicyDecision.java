package uk.attendance.policy.process;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;
import uk.attendance.policy.ColumnType;
import uk.attendance.policy.Decided;
import uk.attendance.policy.DecisionTable;
import uk.attendance.policy.DecisionTable.HitPolicy;
import uk.attendance.policy.Decisions;
import uk.attendance.policy.DecisionsMade;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.Undecided;

/**
 * Evaluates the tables of packs. Five packs with one key cannot share a deployment, and a result
 * from there carries no row: so the tables never enter the engine's repository, and an evaluation
 * listener tells which rows matched. A table is parsed once for each pack and version. It knows no
 * time and no chance: what it answered to the same facts is remembered, since the engine takes
 * milliseconds for a table, and a morning asks the same of thousands (docs/decisions/0148).
 */
@Component("policyDecision")
class PolicyDecision implements Decisions, JavaDelegate {

  static final String PACK = "policyPack";
  static final String VERSION = "policyVersion";

  private static final int REMEMBERED = 1000;

  private final PolicyPacks packs;
  private final List<DecisionsMade> heardBy;
  private final Map<Key, DmnDecision> parsed = new ConcurrentHashMap<>();
  private final ThreadLocal<DmnDecisionTableEvaluationEvent> heard = new ThreadLocal<>();
  private final DmnEngine engine;
  private final ConcurrentLruCache<Asked, Decided> decided =
      new ConcurrentLruCache<>(REMEMBERED, this::evaluate);

  /** For whoever asks tables without a case. */
  PolicyDecision(PolicyPacks packs) {
    this(packs, List.of());
  }

  @Autowired
  PolicyDecision(PolicyPacks packs, List<DecisionsMade> heardBy) {
    this.packs = packs;
    this.heardBy = heardBy;
    DmnEngineConfiguration configuration =
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setCustomPostDecisionTableEvaluationListeners(List.of(heard::set));
    this.engine = configuration.buildEngine();
  }

  @Override
  public Decided decide(PackVersion pack, String decision, Map<String, ?> facts) {
    return decided.get(
        new Asked(pack, decision, seen(pack, packs.pack(pack).table(decision), facts)));
  }

  private Decided evaluate(Asked asked) {
    DecisionTable table = packs.pack(asked.pack()).table(asked.decision());
    try {
      engine.evaluateDecisionTable(
          parsed.computeIfAbsent(new Key(asked.pack(), asked.decision()), key -> parse(table)),
          asked.seen());
      List<Decided.Matched> rows =
          heard.get().getMatchingRules().stream().map(rule -> matched(table, rule)).toList();
      if (rows.isEmpty() && table.hitPolicy() != HitPolicy.COLLECT) {
        throw new Undecided(asked.pack(), asked.decision(), asked.seen());
      }
      return new Decided(asked.pack(), asked.decision(), asked.seen(), rows);
    } finally {
      heard.remove();
    }
  }

  /**
   * A business rule task: its id is the decision's key, the inputs are variables of the case, each
   * output becomes a variable, and so do the ids of the rows: {@code first-day-steps} leaves {@code
   * firstDayStepsRows}. What a COLLECT table answers, joined by commas, is for the step after it
   * and not stored.
   */
  @Override
  public void execute(DelegateExecution execution) {
    PackVersion pack = new PackVersion(variable(execution, PACK), variable(execution, VERSION));
    String decision = execution.getCurrentActivityId();
    Decided decided = decide(pack, decision, execution.getVariables());
    heardBy.forEach(listener -> listener.decided(decided, execution.getProcessInstanceId()));
    DecisionTable table = packs.pack(pack).table(decision);
    boolean passing = table.hitPolicy() == HitPolicy.COLLECT;
    answer(
        execution,
        camelCase(decision) + "Rows",
        decided.rows().stream().map(Decided.Matched::id).toList(),
        passing);
    for (DecisionTable.Output output : table.outputs()) {
      answer(
          execution,
          output.name(),
          decided.rows().stream().map(row -> row.answers().get(output.name())).distinct().toList(),
          passing);
    }
  }

  private static void answer(
      DelegateExecution execution, String name, List<?> answers, boolean passing) {
    Object answer =
        answers.size() == 1
            ? answers.get(0)
            : String.join(",", answers.stream().map(String::valueOf).toList());
    if (passing) {
      Passing.set(execution, name, answer);
    } else {
      execution.setVariable(name, answer);
    }
  }

  private static String camelCase(String key) {
    StringBuilder camel = new StringBuilder();
    for (String word : key.split("-")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  private static String variable(DelegateExecution execution, String name) {
    if (execution.getVariable(name) instanceof String text) {
      return text;
    }
    throw new IllegalStateException(
        "activity '%s' of process instance %s needs the variable '%s'"
            .formatted(execution.getCurrentActivityId(), execution.getProcessInstanceId(), name));
  }

  private DmnDecision parse(DecisionTable table) {
    return engine.parseDecision(
        table.key(), new ByteArrayInputStream(table.xml().getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, Object> seen(
      PackVersion pack, DecisionTable table, Map<String, ?> facts) {
    Map<String, Object> seen = new LinkedHashMap<>();
    for (DecisionTable.Input input : table.inputs()) {
      Object fact = facts.get(input.fact());
      if (fact == null || !isAllowed(input, fact)) {
        throw new IllegalArgumentException(
            "decision '%s' of pack %s was given %s = %s; needed: %s %s"
                .formatted(
                    table.key(),
                    pack,
                    input.fact(),
                    fact,
                    input.type().name().toLowerCase(java.util.Locale.ROOT),
                    input.allowed().text()));
      }
      seen.put(input.fact(), fact);
    }
    return seen;
  }

  private static boolean isAllowed(DecisionTable.Input input, Object fact) {
    return switch (input.type()) {
      case STRING -> fact instanceof String && input.allowed().holds(fact);
      case BOOLEAN -> fact instanceof Boolean;
      case INTEGER ->
          (fact instanceof Integer || fact instanceof Long)
              && input.allowed().holds(new BigDecimal(fact.toString()));
      case DOUBLE ->
          fact instanceof Number && input.allowed().holds(new BigDecimal(fact.toString()));
    };
  }

  private static Decided.Matched matched(DecisionTable table, DmnEvaluatedDecisionRule rule) {
    DecisionTable.Row row =
        table
            .row(rule.getId())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "table '" + table.key() + "' has no row '" + rule.getId() + "'"));
    Map<String, Object> answers = new LinkedHashMap<>();
    for (int i = 0; i < table.outputs().size(); i++) {
      DecisionTable.Output output = table.outputs().get(i);
      Object answer = row.answers().get(i);
      answers.put(
          output.name(),
          output.type() == ColumnType.INTEGER && answer instanceof BigDecimal number
              ? (Object) number.intValueExact()
              : answer);
    }
    return new Decided.Matched(row.id(), row.rule(), row.words(), answers);
  }

  private record Key(PackVersion pack, String decision) {}

  private record Asked(PackVersion pack, String decision, Map<String, Object> seen) {}
}

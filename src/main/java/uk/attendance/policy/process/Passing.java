package uk.attendance.policy.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Variables that only the next steps ask for, in the same transaction: they are not stored. A case
 * that has one stored from before keeps it so, since the engine refuses the change.
 */
public final class Passing {

  private Passing() {}

  public static void set(DelegateExecution execution, String name, @Nullable Object value) {
    TypedValue before = execution.getVariableTyped(name);
    boolean stored = before != null && !before.isTransient();
    execution.setVariable(name, stored ? value : Variables.untypedValue(value, true));
  }
}

package uk.attendance.engineroom.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** A step that works, unless a test wants it to fail for a case. */
@Component("failingStep")
public class FailingStep implements JavaDelegate {

  private static final Set<Object> BROKEN = ConcurrentHashMap.newKeySet();
  private static final Set<Object> TALKATIVE = ConcurrentHashMap.newKeySet();

  static void breakFor(Object caseId) {
    BROKEN.add(caseId);
  }

  /** Fails as a database does that says what it was given. */
  static void tellTalesOf(Object caseId) {
    TALKATIVE.add(caseId);
  }

  public static void mendFor(Object caseId) {
    BROKEN.remove(caseId);
    TALKATIVE.remove(caseId);
  }

  /** Other tests let every timer off that is due. */
  public static void mendAll() {
    BROKEN.clear();
    TALKATIVE.clear();
  }

  @Override
  public void execute(DelegateExecution execution) {
    Object id = execution.getVariable("caseId");
    if (BROKEN.contains(id)) {
      throw new IllegalStateException(
          "mending the pipe of case %s: found no spanner; needed: one".formatted(id));
    }
    if (TALKATIVE.contains(id)) {
      throw new DataIntegrityViolationException("Value too long: 'Robin Example'");
    }
  }
}

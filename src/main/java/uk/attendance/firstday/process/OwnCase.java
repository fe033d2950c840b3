package uk.attendance.firstday.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.process.CaseVariables;

/** The case that a process runs, and why it does what it does. */
@Component
class OwnCase {

  private final CaseFiles cases;

  OwnCase(CaseFiles cases) {
    this.cases = cases;
  }

  CaseFile of(DelegateExecution execution) {
    return CaseVariables.caseId(execution)
        .map(cases::get)
        .orElseThrow(() -> missing(execution, "caseId"));
  }

  Why why(String step, DelegateExecution execution) {
    return CaseVariables.whyOf(step, execution)
        .orElseThrow(() -> missing(execution, CaseVariables.camelCase(step) + "Why"));
  }

  String text(String name, DelegateExecution execution) {
    if (execution.getVariable(name) instanceof String text) {
      return text;
    }
    throw missing(execution, name);
  }

  private static IllegalStateException missing(DelegateExecution execution, String name) {
    return new IllegalStateException(
        "element '%s' of process instance %s needs the variable '%s'"
            .formatted(execution.getCurrentActivityId(), execution.getProcessInstanceId(), name));
  }
}

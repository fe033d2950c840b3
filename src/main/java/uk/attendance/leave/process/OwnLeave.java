package uk.attendance.leave.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.process.CaseVariables;
import uk.attendance.leave.Leave;
import uk.attendance.leave.RequestId;

/** The case that a process runs, and the request that it is about. */
@Component
class OwnLeave {

  private final CaseFiles cases;

  OwnLeave(CaseFiles cases) {
    this.cases = cases;
  }

  CaseFile caseOf(DelegateExecution execution) {
    return CaseVariables.caseId(execution)
        .map(cases::get)
        .orElseThrow(() -> missing(execution, "caseId"));
  }

  RequestId requestOf(DelegateExecution execution) {
    if (execution.getVariable(Leave.REQUEST) instanceof Long id) {
      return new RequestId(id);
    }
    throw missing(execution, Leave.REQUEST);
  }

  private static IllegalStateException missing(DelegateExecution execution, String name) {
    return new IllegalStateException(
        "element '%s' of process instance %s needs the variable '%s'"
            .formatted(execution.getCurrentActivityId(), execution.getProcessInstanceId(), name));
  }
}

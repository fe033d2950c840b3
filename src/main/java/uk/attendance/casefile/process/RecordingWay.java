package uk.attendance.casefile.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.BeforeCommit;
import uk.attendance.casefile.CaseRows;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Timers;

/**
 * Writes every element that a case passes, or enters and leaves, to its timeline, with the flow it
 * came by.
 */
@Component
class RecordingWay {

  /** Of an element: something may wait there. */
  static final String WAITS = "waits";

  /** Of an element: it is come to by flows alone. */
  static final String BY_FLOW = "byFlow";

  /** The name of the end that the case came to, until it closes. */
  private static final String OUTCOME = "caseOutcome";

  private final Timeline timeline;
  private final CaseRows rows;
  private final Holds holds;
  private final Timers timers;
  private final BeforeCommit beforeCommit;

  RecordingWay(
      Timeline timeline, CaseRows rows, Holds holds, Timers timers, BeforeCommit beforeCommit) {
    this.timeline = timeline;
    this.rows = rows;
    this.holds = holds;
    this.timers = timers;
    this.beforeCommit = beforeCommit;
  }

  void started(DelegateExecution execution) {
    CaseVariables.of(execution)
        .filter(variables -> isNotCalled(execution))
        .ifPresent(
            variables -> {
              rows.started(
                  variables.caseId(),
                  execution.getProcessInstanceId(),
                  execution.getProcessDefinitionId());
              stopTimersOfHeld(variables, execution.getProcessInstanceId());
            });
  }

  /** What a held pupil's case begins to wait for stands still from its beginning. */
  void stopTimersOfHeld(CaseVariables variables, String instance) {
    if (holds.isHeld(variables.pupil())) {
      beforeCommit.run(() -> timers.suspend(java.util.List.of(instance)));
    }
  }

  void beganToWait(DelegateExecution execution) {
    CaseVariables.of(execution)
        .ifPresent(variables -> stopTimersOfHeld(variables, execution.getProcessInstanceId()));
  }

  void ended(DelegateExecution execution) {
    CaseVariables.caseId(execution)
        .filter(id -> isNotCalled(execution))
        .ifPresent(
            id -> {
              String outcome =
                  Objects.toString(execution.getVariable(OUTCOME), "Ended before its end");
              rows.closed(id, outcome);
              timeline.write(id, EntryKind.CLOSED, null, outcome, null, null, Actor.PROGRAM);
            });
  }

  /** The case goes on to another element, to pass it or to wait there. */
  void taken(DelegateExecution execution) {
    TransitionImpl flow = ((ExecutionEntity) execution).getTransition();
    ActivityImpl to = (ActivityImpl) flow.getDestination();
    EntryKind kind = to.getProperty(WAITS) == null ? EntryKind.PASSED : EntryKind.ENTERED;
    write(execution, kind, to, flow.getId());
  }

  void passed(DelegateExecution execution) {
    begun(execution, EntryKind.PASSED);
  }

  void entered(DelegateExecution execution) {
    begun(execution, EntryKind.ENTERED);
  }

  private void begun(DelegateExecution execution, EntryKind kind) {
    ActivityImpl activity = ((ExecutionEntity) execution).getActivity();
    if (activity.getProperty(BY_FLOW) == null) {
      write(execution, kind, activity, null);
    }
  }

  void left(DelegateExecution execution) {
    write(execution, EntryKind.LEFT, ((ExecutionEntity) execution).getActivity(), null);
  }

  /** An end that closes the case gives it its outcome; ends of side lines do not. */
  void reachedEnd(DelegateExecution execution) {
    if (execution.getBpmnModelElementInstance() instanceof EndEvent end && isEndOfCase(end)) {
      execution.setVariable(OUTCOME, Objects.requireNonNullElse(end.getName(), end.getId()));
    }
  }

  private void write(
      DelegateExecution execution, EntryKind kind, ActivityImpl element, @Nullable String flow) {
    CaseVariables.caseId(execution)
        .ifPresent(
            id ->
                timeline.write(
                    id,
                    kind,
                    element.getId(),
                    Objects.requireNonNullElse(element.getName(), element.getId()),
                    null,
                    flow,
                    Actor.PROGRAM));
  }

  /**
   * Whether all around an end are event subprocesses that interrupted what they stand in: whatever
   * else the case was doing is over.
   */
  static boolean isEndOfCase(EndEvent end) {
    ModelElementInstance around = end.getParentElement();
    while (around instanceof SubProcess sub) {
      if (!sub.triggeredByEvent()
          || sub.getChildElementsByType(StartEvent.class).stream()
              .noneMatch(StartEvent::isInterrupting)) {
        return false;
      }
      around = sub.getParentElement();
    }
    return true;
  }

  private static boolean isNotCalled(DelegateExecution execution) {
    return ((ExecutionEntity) execution).getSuperExecutionId() == null;
  }
}

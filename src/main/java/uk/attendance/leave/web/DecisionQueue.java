package uk.attendance.leave.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.NotAllowed;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.TaskId;
import uk.attendance.leave.Deputies;
import uk.attendance.leave.Leave;
import uk.attendance.leave.LeaveRequest;
import uk.attendance.leave.LeaveRequests;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.OpenTask;
import uk.attendance.worklist.OpenTasks;

/** Requests that wait for a decision, and who decides them today. */
@Component
class DecisionQueue {

  private final LeaveRequests requests;
  private final OpenTasks tasks;
  private final Deputies deputies;

  DecisionQueue(LeaveRequests requests, OpenTasks tasks, Deputies deputies) {
    this.requests = requests;
    this.tasks = tasks;
    this.deputies = deputies;
  }

  /** A request with the task that decides it. */
  record Waiting(LeaveRequest request, OpenTask task) {}

  /** Whether the person decides at the school today. */
  boolean isFor(SchoolId school, SignedIn reader, Scope scope) {
    return scope.has(school, Role.HEADTEACHER) || deputies.decides(school, reader.id());
  }

  /**
   * The scope in which the person decides: a deputy's days give the role, for this queue alone.
   *
   * @throws NotAllowed when the person is neither headteacher nor named for today
   */
  Scope scope(SchoolId school, SignedIn reader, Scope scope) {
    if (scope.has(school, Role.HEADTEACHER)) {
      return scope;
    }
    if (!deputies.decides(school, reader.id())) {
      throw new NotAllowed(
          "deciding about leave", school, scope.rolesAt(school), List.of(Role.HEADTEACHER));
    }
    return scope.standingIn(school, Role.HEADTEACHER);
  }

  /** The first day away first; pupils on hold are left out, as is what waits for something else. */
  List<Waiting> at(SchoolId school, Scope scope) {
    return requests.waitingForDecision(school, scope).stream()
        .flatMap(request -> task(request).map(task -> new Waiting(request, task)).stream())
        .filter(waiting -> !waiting.task().onHold())
        .toList();
  }

  private Optional<OpenTask> task(LeaveRequest request) {
    return tasks.of(request.caseId()).stream()
        .filter(task -> task.task().equals(Leave.DECIDE))
        .findFirst();
  }

  /** The one after a task, from the beginning again after the last; empty where it is alone. */
  static Optional<Waiting> after(TaskId task, List<Waiting> queue) {
    int at = position(task, queue);
    return queue.size() < 2 || at < 0
        ? Optional.empty()
        : Optional.of(queue.get((at + 1) % queue.size()));
  }

  static int position(TaskId task, List<Waiting> queue) {
    return queue.stream().map(one -> one.task().id()).toList().indexOf(task);
  }
}

package uk.attendance.leave;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.worklist.Submission;
import uk.attendance.worklist.Submissions;

/** Keeps the findings of a request, and draws from their weights what comes before the decision. */
@Component
public class WeighingFindings {

  private final Findings findings;
  private final LeaveRequests requests;
  private final LeaveRows rows;
  private final Submissions submissions;
  private final Deadlines deadlines;

  WeighingFindings(
      Findings findings,
      LeaveRequests requests,
      LeaveRows rows,
      Submissions submissions,
      Deadlines deadlines) {
    this.findings = findings;
    this.requests = requests;
    this.rows = rows;
    this.submissions = submissions;
    this.deadlines = deadlines;
  }

  /**
   * @param facts what the table asks
   * @return what the process goes by; what was done before is not asked again
   */
  public Map<String, Object> weigh(CaseFile file, RequestId id, Map<String, Object> facts) {
    List<Finding> found = findings.of(file.pack(), facts);
    rows.found(id, found);
    Map<String, Object> next = new HashMap<>();
    boolean sent = !requests.get(id).evidence().isEmpty();
    next.put("meetFirst", wanted(found, Weight.MEET_FIRST, Leave.MEET_FIRST, file, next));
    next.put("evidenceWanted", wanted(found, Weight.EVIDENCE, Leave.EVIDENCE, file, next) && !sent);
    return next;
  }

  private boolean wanted(
      List<Finding> found, Weight weight, String task, CaseFile file, Map<String, Object> next) {
    Optional<Finding> asks = found.stream().filter(one -> one.weight() == weight).findFirst();
    if (asks.isEmpty() || isDone(task, file)) {
      return false;
    }
    String name = LeaveTasks.camelCase(task);
    next.put(
        name + "Due",
        Date.from(deadlines.due(file.school(), file.pack(), task, file.startedOn()).at()));
    next.put(name + "Why", WhyJson.write(Why.of(asks.get().rule(), asks.get().words())));
    return true;
  }

  private boolean isDone(String task, CaseFile file) {
    return submissions.of(file.id()).stream()
        .filter(submission -> submission.undone() == null)
        .map(Submission::task)
        .anyMatch(task::equals);
  }
}

package uk.attendance.leave;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.policy.Decided;
import uk.attendance.policy.Decisions;
import uk.attendance.policy.PackVersion;

/** What the table leave-findings of a pack says of a request. */
@Component
public class Findings {

  private final Decisions decisions;

  Findings(Decisions decisions) {
    this.decisions = decisions;
  }

  List<Finding> of(PackVersion pack, Map<String, ?> facts) {
    return decisions.decide(pack, Leave.FINDINGS, facts).rows().stream()
        .map(Findings::finding)
        .toList();
  }

  private static Finding finding(Decided.Matched row) {
    return new Finding(
        row.answer("finding"), Weight.of(row.answer("weight")), row.rule(), row.words());
  }
}

package uk.attendance.casefile.process;

import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Timeline;
import uk.attendance.casefile.Why;
import uk.attendance.policy.Decided;
import uk.attendance.policy.DecisionsMade;

/** Writes to a case's timeline which rows of the policy answered, and what they saw. */
@Component
class RecordingDecisions implements DecisionsMade {

  private final CaseFiles cases;
  private final Timeline timeline;

  RecordingDecisions(CaseFiles cases, Timeline timeline) {
    this.cases = cases;
    this.timeline = timeline;
  }

  @Override
  public void decided(Decided decided, String processInstanceId) {
    cases.byInstance(processInstanceId).ifPresent(file -> write(file, decided));
  }

  private void write(CaseFile file, Decided decided) {
    for (Decided.Matched row : decided.rows()) {
      timeline.write(
          file.id(),
          EntryKind.DECIDED,
          decided.decision(),
          row.words(),
          Why.of(decided, row, List.of()),
          // the task it asks for, where it asks for one
          String.valueOf(row.answers().getOrDefault("step", row.id())),
          Actor.PROGRAM);
    }
    if (decided.rows().isEmpty()) {
      timeline.write(
          file.id(),
          EntryKind.DECIDED,
          decided.decision(),
          "Nothing in the policy applied",
          null,
          null,
          Actor.PROGRAM);
    }
  }
}

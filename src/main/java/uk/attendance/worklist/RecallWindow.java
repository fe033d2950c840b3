package uk.attendance.worklist;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.Unit;
import uk.attendance.policy.Wait;

/** How long an answer can be taken back: as long as a message waits before it goes. */
@Component
class RecallWindow {

  private static final String SETTING = "messages.recall-window";

  private final PolicyPacks packs;

  RecallWindow(PolicyPacks packs) {
    this.packs = packs;
  }

  /** The last instant at which an answer given then can be taken back. */
  Instant ends(CaseFile file, Instant submittedAt) {
    Wait wait = packs.pack(file.pack()).settings().wait(SETTING);
    if (wait.unit() == Unit.MINUTES) {
      return submittedAt.plus(Duration.ofMinutes(wait.amount()));
    }
    if (wait.unit() == Unit.HOURS) {
      return submittedAt.plus(Duration.ofHours(wait.amount()));
    }
    throw new IllegalStateException(
        "%s of pack %s is %s; needed: minutes or hours"
            .formatted(SETTING, file.pack(), wait.inWords()));
  }
}

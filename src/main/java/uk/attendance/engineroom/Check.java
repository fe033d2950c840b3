package uk.attendance.engineroom;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.engineroom.CheckResult.Finding;

/**
 * What {@code bin/check} runs: every invariant against the database, one line each, exit code 1
 * when any is broken. What it found is kept for the engine room.
 */
@Component
@ConditionalOnProperty("attendance.check")
class Check implements ApplicationRunner, ExitCodeGenerator {

  private static final Logger log = LoggerFactory.getLogger(Check.class);
  private static final Actor COMMAND = new Actor(null, "bin/check", "the command");

  private final CheckingInvariants checking;
  private int broken;

  Check(CheckingInvariants checking) {
    this.checking = checking;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    List<Finding> findings = checking.now(COMMAND);
    for (Finding finding : findings) {
      if (finding.broken() == 0) {
        log.info("{} holds: {}", finding.invariant(), finding.sentence());
      } else {
        broken++;
        log.error("{} IS BROKEN: {}", finding.invariant(), finding.sentence());
        finding.found().forEach(line -> log.error("    {}", line));
      }
    }
    log.info("{} of {} invariants hold", findings.size() - broken, findings.size());
  }

  @Override
  public int getExitCode() {
    return broken == 0 ? 0 : 1;
  }
}

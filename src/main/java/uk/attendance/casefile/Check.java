package uk.attendance.casefile;

import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * What {@code bin/check} runs: every invariant against the database, one line each, exit code 1
 * when any is broken.
 */
@Component
@ConditionalOnProperty("attendance.check")
class Check implements ApplicationRunner, ExitCodeGenerator {

  private static final Logger log = LoggerFactory.getLogger(Check.class);

  private final List<Invariant> invariants;
  private int broken;

  Check(ObjectProvider<Invariant> invariants) {
    this.invariants = invariants.stream().sorted(Comparator.comparing(Invariant::id)).toList();
  }

  @Override
  public void run(ApplicationArguments arguments) {
    for (Invariant invariant : invariants) {
      List<String> found = invariant.broken();
      if (found.isEmpty()) {
        log.info("{} holds: {}", invariant.id(), invariant.sentence());
      } else {
        broken++;
        log.error("{} IS BROKEN: {}", invariant.id(), invariant.sentence());
        found.forEach(line -> log.error("    {}", line));
      }
    }
    log.info("{} of {} invariants hold", invariants.size() - broken, invariants.size());
  }

  @Override
  public int getExitCode() {
    return broken == 0 ? 0 : 1;
  }
}

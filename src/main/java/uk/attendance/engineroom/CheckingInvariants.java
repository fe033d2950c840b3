package uk.attendance.engineroom;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.account.Actor;
import uk.attendance.casefile.Invariant;
import uk.attendance.engineroom.CheckResult.Finding;

/**
 * Looks whether everything adds up, and keeps what was found. Each invariant sees the database as
 * it stands at one moment, so that work that goes on meanwhile breaks none.
 */
@Component
public class CheckingInvariants implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(CheckingInvariants.class);

  private final List<Invariant> invariants;
  private final KeptChecks kept;
  private final TransactionTemplate oneMoment;
  private final TransactionTemplate transaction;
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "invariants");
            thread.setDaemon(true);
            return thread;
          });

  CheckingInvariants(
      ObjectProvider<Invariant> invariants,
      KeptChecks kept,
      PlatformTransactionManager transactions) {
    this.invariants = invariants.stream().sorted(Comparator.comparing(Invariant::id)).toList();
    this.kept = kept;
    this.transaction = new TransactionTemplate(transactions);
    this.oneMoment = new TransactionTemplate(transactions);
    oneMoment.setReadOnly(true);
    oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Checks beside the pages.
   *
   * @return done when the check is; empty where one runs already
   */
  public Optional<Future<?>> soon(Actor by) {
    return kept.begin(by, null).map(id -> beside.submit(() -> run(id)));
  }

  /** The night's check; on one node, once. */
  void nightly(LocalDate night) {
    kept.begin(Actor.PROGRAM, night).ifPresent(this::run);
  }

  /** Checks and waits for it, as {@code bin/check} does with the database to itself. */
  List<Finding> now(Actor by) {
    return run(kept.beginAlone(by));
  }

  /** What the newest one found. */
  public @Nullable CheckResult last() {
    return kept.last().orElse(null);
  }

  public @Nullable CheckResult running() {
    return kept.running().orElse(null);
  }

  private List<Finding> run(long id) {
    List<Finding> findings = new ArrayList<>();
    for (Invariant invariant : invariants) {
      findings.add(look(invariant));
    }
    transaction.executeWithoutResult(status -> kept.end(id, findings));
    long broken = findings.stream().filter(finding -> finding.broken() > 0).count();
    if (broken > 0) {
      log.error("check {}: {} of {} invariants are broken", id, broken, findings.size());
    }
    return findings;
  }

  private Finding look(Invariant invariant) {
    List<String> broken;
    try {
      broken = Objects.requireNonNull(oneMoment.execute(status -> invariant.broken()));
    } catch (RuntimeException e) {
      log.error("{} could not be checked: {}", invariant.id(), invariant.sentence(), e);
      broken = List.of("could not be checked: " + e.getClass().getSimpleName());
    }
    return new Finding(invariant.id(), invariant.sentence(), broken.size(), broken);
  }

  @Override
  public void destroy() throws InterruptedException {
    beside.shutdown();
    if (!beside.awaitTermination(5, TimeUnit.SECONDS)) {
      log.warn("a check of the invariants is still running and is given up");
    }
  }
}

package uk.attendance.firstday;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.attendance.register.MarksRecorded;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * Does what register closes bring about beside the pages: as soon as the marks are in and, for what
 * a node left behind that died, now and then. Stories do it themselves, step by step.
 */
@Component
@Profile("!scenario")
@ConditionalOnProperty(
    name = "attendance.first-day.beside",
    havingValue = "true",
    matchIfMissing = true)
class FirstDayWork implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(FirstDayWork.class);
  private static final int WORKERS = 2;

  private final EvaluatingRegisterClose evaluating;
  private final Leavers leavers;
  private final Schools schools;

  /** A school's is always the same, so that no two look at the same pupils. */
  private final List<ExecutorService> workers =
      Stream.generate(FirstDayWork::worker).limit(WORKERS).toList();

  FirstDayWork(EvaluatingRegisterClose evaluating, Leavers leavers, Schools schools) {
    this.evaluating = evaluating;
    this.leavers = leavers;
    this.schools = schools;
  }

  @TransactionalEventListener
  void soon(MarksRecorded recorded) {
    submit(recorded.school());
  }

  @Scheduled(initialDelay = 10, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
  void takeUpWhatWasLeft() {
    evaluating.schoolsWaiting().forEach(this::submit);
  }

  private void submit(SchoolId school) {
    workers.get(Math.floorMod(school.hashCode(), WORKERS)).submit(() -> workOff(school));
  }

  private static ExecutorService worker() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, "register-close");
          thread.setDaemon(true);
          return thread;
        });
  }

  @Scheduled(initialDelay = 60, fixedDelay = 900, timeUnit = TimeUnit.SECONDS)
  void endCasesOfLeavers() {
    for (School school : schools.all()) {
      try {
        leavers.workOff(school.id());
      } catch (RuntimeException e) {
        log.error("leavers of school {}: their cases could not be ended", school.id(), e);
      }
    }
  }

  private void workOff(SchoolId school) {
    try {
      evaluating.workOff(school);
    } catch (RuntimeException e) {
      log.error("register close of school {} failed; it is tried again", school, e);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    workers.forEach(ExecutorService::shutdown);
    for (ExecutorService worker : workers) {
      if (!worker.awaitTermination(10, TimeUnit.SECONDS)) {
        log.warn(
            "register closes are still being worked off; another node or the next start goes on");
      }
    }
  }
}

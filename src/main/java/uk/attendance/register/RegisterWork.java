package uk.attendance.register;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does the work on register files beside the pages, and takes up what a node left behind that died.
 */
@Component
public class RegisterWork implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(RegisterWork.class);

  private final ImportingMarks importing;
  private final ImportLeases leases;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "register-files");
            thread.setDaemon(true);
            return thread;
          });

  RegisterWork(ImportingMarks importing, ImportLeases leases) {
    this.importing = importing;
    this.leases = leases;
  }

  /** Carries on with a file at once; done when nothing is left to do without a person. */
  public Future<?> soon(ImportId id) {
    return workers.submit(() -> carryOn(id));
  }

  @Scheduled(initialDelay = 5, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  void takeUpWhatWasLeft() {
    leases.leftBehind().forEach(this::carryOn);
  }

  private void carryOn(ImportId id) {
    try {
      importing.carryOn(id);
    } catch (RuntimeException e) {
      log.error("register file {} could not be brought further; it is tried again", id, e);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    workers.shutdown();
    if (!workers.awaitTermination(20, TimeUnit.SECONDS)) {
      log.warn("register files are still being read; another node or the next start goes on");
    }
  }
}

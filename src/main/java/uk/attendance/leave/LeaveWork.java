package uk.attendance.leave;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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
 * Looks at the days of leave beside the pages: as soon as marks are in, and now and then for days
 * that pass without any. Stories do it themselves, step by step.
 */
@Component
@Profile("!scenario")
@ConditionalOnProperty(
    name = "attendance.first-day.beside",
    havingValue = "true",
    matchIfMissing = true)
class LeaveWork implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(LeaveWork.class);

  private final LeaveDays days;
  private final Schools schools;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "leave-days");
            thread.setDaemon(true);
            return thread;
          });

  LeaveWork(LeaveDays days, Schools schools) {
    this.days = days;
    this.schools = schools;
  }

  @TransactionalEventListener
  void soon(MarksRecorded recorded) {
    worker.submit(() -> workOff(recorded.school()));
  }

  @Scheduled(initialDelay = 90, fixedDelay = 900, timeUnit = TimeUnit.SECONDS)
  void daysThatPassed() {
    schools.all().stream().map(School::id).forEach(this::workOff);
  }

  private void workOff(SchoolId school) {
    try {
      days.workOff(school);
    } catch (RuntimeException e) {
      log.error("leave at school {} could not be looked at; it is tried again", school, e);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    worker.shutdown();
    if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
      log.warn("leave is still being looked at; another node or the next start goes on");
    }
  }
}

package uk.attendance.casefile.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.DueWork;

/** Runs the engine's timer jobs by hand, as its job executor would. */
@Component
class WorkOfTheEngine implements DueWork {

  private final ManagementService management;

  WorkOfTheEngine(@Lazy ManagementService management) {
    this.management = management;
  }

  @Override
  public Optional<Instant> nextDue() {
    return first(waiting()).map(job -> job.getDuedate().toInstant());
  }

  @Override
  public int run(Instant upTo) {
    int done = 0;
    for (Optional<Job> next = due(upTo); next.isPresent(); next = due(upTo)) {
      management.executeJob(next.get().getId());
      done++;
    }
    return done;
  }

  private Optional<Job> due(Instant upTo) {
    return first(waiting().duedateLowerThan(Date.from(upTo.plusMillis(1))));
  }

  private JobQuery waiting() {
    return management
        .createJobQuery()
        .timers()
        .active()
        .withRetriesLeft()
        .orderByJobDuedate()
        .asc()
        .orderByJobId()
        .asc();
  }

  private static Optional<Job> first(JobQuery query) {
    List<Job> jobs = query.listPage(0, 1);
    return jobs.stream().findFirst();
  }
}

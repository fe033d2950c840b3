package uk.attendance.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What the program does now and then, forty times as often. */
final class Hurry extends ThreadPoolTaskScheduler {

  private static final int TIMES = 40;
  private static final long serialVersionUID = 1;

  Hurry(int threads) {
    setPoolSize(threads);
    setDaemon(true);
    setWaitForTasksToCompleteOnShutdown(false);
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
    Instant now = Clock.systemUTC().instant();
    return super.scheduleWithFixedDelay(
        task, now.plus(Duration.between(now, start).dividedBy(TIMES)), delay.dividedBy(TIMES));
  }
}

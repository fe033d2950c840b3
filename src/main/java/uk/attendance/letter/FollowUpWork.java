package uk.attendance.letter;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.attendance.ClockMoved;

/** Asks beside the sending how messages fared: a carrier that is slow to tell delays no message. */
@Component
class FollowUpWork implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(FollowUpWork.class);

  private final FollowingUp following;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "follow-up");
            thread.setDaemon(true);
            return thread;
          });

  FollowUpWork(FollowingUp following) {
    this.following = following;
  }

  @EventListener
  void moved(ClockMoved clock) {
    soon();
  }

  @Scheduled(initialDelay = 20, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void soon() {
    if (waiting.compareAndSet(false, true)) {
      worker.submit(this::followUp);
    }
  }

  private void followUp() {
    waiting.set(false);
    try {
      following.followUp();
    } catch (RuntimeException e) {
      log.error("how messages fared could not be asked; it is tried again", e);
    }
  }

  @Override
  public void destroy() {
    worker.shutdown();
  }
}

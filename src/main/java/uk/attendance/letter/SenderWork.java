package uk.attendance.letter;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import uk.attendance.ClockMoved;

/** Sends beside the pages: every quarter of a minute, and at once where somebody waits for it. */
@Component
class SenderWork implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SenderWork.class);

  private final SendingMessages sending;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "messages");
            thread.setDaemon(true);
            return thread;
          });

  SenderWork(SendingMessages sending) {
    this.sending = sending;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void due(MessagesDue due) {
    worker.submit(this::send);
  }

  @EventListener
  void moved(ClockMoved clock) {
    worker.submit(this::send);
  }

  @Scheduled(initialDelay = 10, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  void regularly() {
    send();
  }

  private void send() {
    try {
      sending.sendDue();
    } catch (RuntimeException e) {
      log.error("messages could not be sent; they are tried again", e);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    worker.shutdown();
    if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
      log.warn("messages are still being sent; another node or the next start looks after them");
    }
  }
}

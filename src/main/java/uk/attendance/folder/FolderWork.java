package uk.attendance.folder;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks into the folders every ten seconds, on a thread of its own: a network share may hang. */
@Component
class FolderWork implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(FolderWork.class);

  private final WatchedFolders folders;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "watched-folders");
            thread.setDaemon(true);
            return thread;
          });
  private @Nullable Future<?> looking;

  FolderWork(WatchedFolders folders) {
    this.folders = folders;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void regularly() {
    if (folders.isOn() && (looking == null || looking.isDone())) {
      looking = worker.submit(this::look);
    }
  }

  private void look() {
    try {
      folders.look();
    } catch (RuntimeException e) {
      log.error("the watched folders could not be looked into; it is tried again", e);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    worker.shutdown();
    if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
      log.warn("a file of a watched folder is still being read; the next start goes on with it");
    }
  }
}

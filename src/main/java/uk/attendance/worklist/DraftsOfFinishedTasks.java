package uk.attendance.worklist;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Drafts hold what people said of children: they go when nobody needs them any more. */
@Component
class DraftsOfFinishedTasks {

  private static final Logger log = LoggerFactory.getLogger(DraftsOfFinishedTasks.class);

  private final Drafts drafts;
  private final DraftSettings settings;
  private final Clock clock;

  DraftsOfFinishedTasks(Drafts drafts, DraftSettings settings, Clock clock) {
    this.drafts = drafts;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 30, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
  void drop() {
    int dropped = drafts.dropOfFinishedTasks(clock.instant().minus(settings.keep()));
    if (dropped > 0) {
      log.info("{} drafts of finished tasks were thrown away", dropped);
    }
  }
}

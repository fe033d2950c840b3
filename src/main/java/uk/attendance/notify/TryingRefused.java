package uk.attendance.notify;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tries schools again that Notify lets in no more, without any message: a clock may have been put
 * right, or a key, and what was held goes.
 */
@Component
class TryingRefused {

  private static final Logger log = LoggerFactory.getLogger(TryingRefused.class);

  private final NotifySchools schools;
  private final AskingNotify notify;

  TryingRefused(NotifySchools schools, AskingNotify notify) {
    this.schools = schools;
    this.notify = notify;
  }

  @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
  void tryAgain() {
    for (NotifySchool school : schools.refused()) {
      if (notify.isLetIn(school.school()) == AskingNotify.LetIn.YES) {
        schools.acceptAgain(school.school());
        log.info("GOV.UK Notify lets school {} in again; what was held goes", school.school());
      }
    }
  }
}

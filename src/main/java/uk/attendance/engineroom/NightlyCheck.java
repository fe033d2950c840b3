package uk.attendance.engineroom;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import uk.attendance.school.SchoolCalendar;

/** Looks once a night whether everything adds up; the first node to come does it. */
@Component
@Profile("!scenario")
@ConditionalOnProperty(name = "attendance.check", havingValue = "false", matchIfMissing = true)
class NightlyCheck {

  private final CheckingInvariants checking;
  private final Clock clock;

  NightlyCheck(CheckingInvariants checking, Clock clock) {
    this.checking = checking;
    this.clock = clock;
  }

  @Scheduled(cron = "${attendance.engine-room.check-at:0 30 2 * * *}", zone = "Europe/London")
  void check() {
    checking.nightly(SchoolCalendar.dayOf(clock.instant()));
  }
}

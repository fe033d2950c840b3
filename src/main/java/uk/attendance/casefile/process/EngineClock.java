package uk.attendance.casefile.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.attendance.ClockMoved;

/** Keeps the engine on the one clock: set when that clock is one that is moved by hand. */
@Component
class EngineClock {

  private final Clock clock;

  EngineClock(Clock clock) {
    this.clock = clock;
  }

  @EventListener
  void follow(ClockMoved moved) {
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
  }
}

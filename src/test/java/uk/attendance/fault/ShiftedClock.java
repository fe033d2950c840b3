package uk.attendance.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Goes as the machine's does, so many seconds apart from it, and the engine's with it: the nodes of
 * a test agree, and a lock runs out while they go on.
 */
final class ShiftedClock extends Clock {

  private volatile Clock shifted = Clock.system(ZoneId.of("Europe/London"));

  void shift(Duration by) {
    shifted = Clock.offset(Clock.system(ZoneId.of("Europe/London")), by);
    ClockUtil.offset(by.toMillis());
  }

  @Override
  public Instant instant() {
    return shifted.instant();
  }

  @Override
  public ZoneId getZone() {
    return shifted.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return shifted.withZone(zone);
  }
}

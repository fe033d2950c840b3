package uk.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Stands where a test puts it: 09:30 on Monday 3 November 2025 unless moved. */
public final class StandingClock extends Clock {

  public static final Instant START = Instant.parse("2025-11-03T09:30:00Z");

  private volatile Instant now = START;

  public void set(Instant instant) {
    now = instant;
  }

  public void forward(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Europe/London");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @TestConfiguration
  static class Bean {

    @org.springframework.context.annotation.Bean
    @Primary
    StandingClock standingClock() {
      return new StandingClock();
    }
  }

  static class SetBack implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
      SpringExtension.getApplicationContext(context).getBean(StandingClock.class).set(START);
    }
  }
}

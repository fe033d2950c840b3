package uk.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one clock that drives application and engine; school time is London's. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

  /**
   * The demonstration's own stands still, and a story's goes as it is told. In microseconds, as
   * databases keep them: what was written and what is read again are the same instant.
   */
  @Bean
  @Profile("!demo & !scenario")
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.tick(Clock.system(ZoneId.of("Europe/London")), Duration.of(1, ChronoUnit.MICROS));
  }
}

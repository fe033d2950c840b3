package uk.attendance.demo;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.school.SchoolCalendar;

/** Sets the one clock where the demonstration was left, before anything asks for the time. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemonstrationConfiguration {

  /** Before any other bean is made, so that not even a table is. */
  @Bean
  static BeanFactoryPostProcessor neverInProduction(Environment environment) {
    return beans -> {
      if (environment.acceptsProfiles(Profiles.of("production"))) {
        throw new DemonstrationInProduction();
      }
    };
  }

  @Bean
  @DependsOnDatabaseInitialization
  Standings standings(JdbcClient jdbc) {
    return new Standings(jdbc);
  }

  @Bean
  DemoClock clock(Standings standing, Environment environment) {
    return new DemoClock(
        standing
            .standing()
            .map(Standing::now)
            .orElseGet(() -> DemoClock.morningOf(SchoolMornings.newest(today(environment)))));
  }

  @Bean
  MovingOn movingOn(
      Standings standing,
      DemoClock clock,
      LoadingSchool loading,
      ApplicationEventPublisher events) {
    return new MovingOn(MadeUpSchools.all(), standing, clock, loading, events);
  }

  /** The real day, or one that is set: made-up schools differ from day to day, a test must not. */
  private static LocalDate today(Environment environment) {
    String set = environment.getProperty("attendance.demonstration.today");
    return set == null ? LocalDate.now(Clock.system(SchoolCalendar.ZONE)) : LocalDate.parse(set);
  }
}

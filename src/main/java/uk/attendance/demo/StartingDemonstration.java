package uk.attendance.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uk.attendance.ClockMoved;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.school.Schools;

/** Loads what is missing once the program is up, and says where to go and who one can be. */
@Component
@Profile("demo")
public class StartingDemonstration {

  private static final Logger log = LoggerFactory.getLogger(StartingDemonstration.class);

  private final MovingOn moving;
  private final Schools schools;
  private final EvaluatingRegisterClose registerClose;
  private final DemonstrationAccounts accounts;
  private final DemoClock clock;
  private final Environment environment;
  private final ApplicationEventPublisher events;
  private volatile boolean ready;

  StartingDemonstration(
      MovingOn moving,
      Schools schools,
      EvaluatingRegisterClose registerClose,
      DemonstrationAccounts accounts,
      DemoClock clock,
      Environment environment,
      ApplicationEventPublisher events) {
    this.moving = moving;
    this.schools = schools;
    this.registerClose = registerClose;
    this.accounts = accounts;
    this.clock = clock;
    this.environment = environment;
    this.events = events;
  }

  /** Whether all schools are in; until then pages would show half of one. */
  public boolean ready() {
    return ready;
  }

  /** Before the engine's first job runs, it goes by the same clock. */
  @EventListener(ContextRefreshedEvent.class)
  void setEngineClock() {
    events.publishEvent(new ClockMoved(clock.instant()));
  }

  /** After the models are deployed. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(100)
  void load() {
    moving.load();
    schools.all().forEach(school -> registerClose.workOff(school.id()));
    ready = true;
    log.info("");
    log.info(
        "Everybody in this demonstration is made up. Its clock stands at {}.", accounts.clock());
    log.info("The password of every account is: {}", accounts.password());
    accounts.lines().forEach(log::info);
    log.info("");
    log.info(
        "Ready: http://localhost:{} (Ctrl-C stops it)",
        environment.getProperty("local.server.port"));
  }
}

package uk.attendance.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.context.ApplicationEventPublisher;
import uk.attendance.ClockMoved;
import uk.attendance.school.SchoolCalendar;

/** The one clock of application and engine while stories are told: it stands until moved. */
final class StoryClock extends Clock {

  private final ApplicationEventPublisher events;
  private volatile Instant now = Instant.EPOCH;

  StoryClock(ApplicationEventPublisher events) {
    this.events = events;
  }

  void moveTo(Instant instant) {
    now = instant;
    events.publishEvent(new ClockMoved(instant));
  }

  static Instant instantOf(LocalDateTime inEngland) {
    return inEngland.atZone(SchoolCalendar.ZONE).toInstant();
  }

  LocalDate today() {
    return SchoolCalendar.dayOf(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return SchoolCalendar.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}

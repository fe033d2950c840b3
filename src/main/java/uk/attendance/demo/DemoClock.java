package uk.attendance.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import uk.attendance.school.SchoolCalendar;

/** The demonstration's clock: it stands, first at half past nine, until somebody moves it on. */
final class DemoClock extends Clock {

  private static final LocalTime HALF_PAST_NINE = LocalTime.of(9, 30);

  private volatile Instant now;

  DemoClock(Instant now) {
    this.now = now;
  }

  void standAt(Standing standing) {
    now = standing.now();
  }

  LocalDate day() {
    return SchoolCalendar.dayOf(now);
  }

  /** When a made-up school's files of a day are written. */
  static Instant morningOf(LocalDate day) {
    return day.atTime(HALF_PAST_NINE).atZone(SchoolCalendar.ZONE).toInstant();
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

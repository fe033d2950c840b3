package uk.attendance.quickentry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RegisterTimes;
import uk.attendance.policy.SessionTimes;
import uk.attendance.policy.Setting;
import uk.attendance.school.Calendars;
import uk.attendance.school.RegisterHours;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/** What a quick form asks of a school: its policy, its register times, its calendar, the hour. */
@Component
public class EntryRules {

  private final Schools schools;
  private final PolicyPacks packs;
  private final RegisterHours hours;
  private final Calendars calendars;
  private final Clock clock;

  EntryRules(
      Schools schools, PolicyPacks packs, RegisterHours hours, Calendars calendars, Clock clock) {
    this.schools = schools;
    this.packs = packs;
    this.hours = hours;
    this.calendars = calendars;
    this.clock = clock;
  }

  public PolicyPack pack(SchoolId school) {
    return packs.pack(schools.get(school).pack());
  }

  public Setting setting(SchoolId school, String key) {
    return pack(school).settings().get(key);
  }

  public boolean yes(SchoolId school, String key) {
    return pack(school).settings().yes(key);
  }

  public SchoolCalendar calendar(SchoolId school) {
    return calendars.of(school);
  }

  public RegisterTimes times(SchoolId school) {
    return hours.of(schools.get(school));
  }

  public SessionTimes times(SchoolId school, Session session) {
    return session == Session.AM ? times(school).morning() : times(school).afternoon();
  }

  /** The session that a time of day falls into: the afternoon's begins with its register. */
  public Session sessionAt(LocalTime time, SchoolId school) {
    return time.isBefore(times(school).afternoon().opens()) ? Session.AM : Session.PM;
  }

  public Instant instant() {
    return clock.instant();
  }

  /** By the clock in England. */
  public LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), SchoolCalendar.ZONE);
  }

  public LocalDate today() {
    return now().toLocalDate();
  }

  /** Refuses a day that the school's calendar does not know, or on which it is closed. */
  void needOpen(LocalDate day, String field, SchoolId school) {
    needKnown(day, field, school);
    if (!calendar(school).isSchoolDay(day)) {
      throw new EntryRefused(field, "The school is closed on that day.");
    }
  }

  void needKnown(LocalDate day, String field, SchoolId school) {
    if (!calendar(school).covers(day)) {
      throw new EntryRefused(
          field, "The school's calendar does not know that day. Is the year right?");
    }
  }

  void needPast(LocalDate day, LocalTime time, String dayField, String timeField) {
    LocalDateTime now = now();
    if (day.isAfter(now.toLocalDate())) {
      throw new EntryRefused(dayField, "That day has not come yet.");
    }
    if (day.atTime(time).isAfter(now)) {
      throw new EntryRefused(timeField, "That time has not come yet.");
    }
  }
}

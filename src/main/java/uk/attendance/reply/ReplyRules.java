package uk.attendance.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.Unit;
import uk.attendance.school.Calendars;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/** What answers by a link need of a school: its pack, its calendar, the hour. */
@Component
class ReplyRules {

  static final String TABLE = "parent-reply";

  private final Schools schools;
  private final PolicyPacks packs;
  private final Calendars calendars;
  private final Clock clock;

  ReplyRules(Schools schools, PolicyPacks packs, Calendars calendars, Clock clock) {
    this.schools = schools;
    this.packs = packs;
    this.calendars = calendars;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return SchoolCalendar.dayOf(now());
  }

  School school(SchoolId id) {
    return schools.get(id);
  }

  PolicyPack pack(SchoolId school) {
    return packs.pack(schools.get(school).pack());
  }

  /** The pack of a case; one of before there was this table leaves the answer to the school's. */
  PackVersion deciding(PackVersion ofCase, SchoolId school) {
    return packs.pack(ofCase).tables().containsKey(TABLE) ? ofCase : pack(school).version();
  }

  int wrongDatesAtMost(SchoolId school) {
    return pack(school).settings().count("reply.wrong-dates-at-most");
  }

  int answersAtMost(SchoolId school) {
    return pack(school).settings().count("reply.answers-at-most");
  }

  /** The end of the last school day on which a message that goes now can be answered. */
  Instant openUntil(SchoolId school) {
    int days = pack(school).settings().amount("reply.link-open", Unit.SCHOOL_DAYS);
    SchoolCalendar calendar = calendars.of(school);
    LocalDate day = today();
    while (days > 0) {
      day = day.plusDays(1);
      days -= isSchoolDay(calendar, day) ? 1 : 0;
    }
    return day.plusDays(1).atStartOfDay(SchoolCalendar.ZONE).toInstant();
  }

  /** Where the calendar does not reach, Mondays to Fridays count. */
  private static boolean isSchoolDay(SchoolCalendar calendar, LocalDate day) {
    return calendar.covers(day) ? calendar.isSchoolDay(day) : day.getDayOfWeek().getValue() <= 5;
  }
}

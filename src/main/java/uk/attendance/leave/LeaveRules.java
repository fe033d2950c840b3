package uk.attendance.leave;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/** What leave needs of a school: its pack, its calendar, the day. */
@Component
class LeaveRules {

  private final Schools schools;
  private final PolicyPacks packs;
  private final Calendars calendars;
  private final Clock clock;

  LeaveRules(Schools schools, PolicyPacks packs, Calendars calendars, Clock clock) {
    this.schools = schools;
    this.packs = packs;
    this.calendars = calendars;
    this.clock = clock;
  }

  LocalDate today() {
    return SchoolCalendar.dayOf(clock.instant());
  }

  /** The pack that new cases of the school run under. */
  PolicyPack pack(SchoolId school) {
    return packs.pack(schools.get(school).pack());
  }

  PolicyPack pack(PackVersion version) {
    return packs.pack(version);
  }

  SchoolCalendar calendar(SchoolId school) {
    return calendars.of(school);
  }

  /** The rule of one of the pack's values. */
  static RuleId rule(PolicyPack pack, String setting) {
    return pack.settings().get(setting).rule();
  }
}

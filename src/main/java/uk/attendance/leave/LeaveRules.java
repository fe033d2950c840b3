package uk.attendance.leave;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.school.Calendars;
import uk.attendance.school.OutsideCalendar;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.WorkingDays;

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

  /**
   * The last day of one of the pack's waits, in school days; working days where the school's
   * calendar ends before.
   */
  LocalDate after(CaseFile file, String setting, LocalDate from) {
    int days = pack(file.pack()).settings().wait(setting).amount();
    try {
      return calendar(file.school()).addSchoolDays(from, days);
    } catch (OutsideCalendar e) {
      return WorkingDays.add(from, days);
    }
  }

  LocalDate nextSchoolDay(SchoolId school, LocalDate day) {
    try {
      return calendar(school).addSchoolDays(day, 1);
    } catch (OutsideCalendar e) {
      return WorkingDays.add(day, 1);
    }
  }

  /** Of a percentage, as the pack shows it. */
  int decimals(SchoolId school) {
    return pack(school).settings().count("figures.decimals-shown");
  }

  /** The rule of one of the pack's values. */
  static RuleId rule(PolicyPack pack, String setting) {
    return pack.settings().get(setting).rule();
  }
}

package uk.attendance.firstday;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.policy.PackVersion;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RegisterTimes;
import uk.attendance.policy.RuleId;
import uk.attendance.school.Calendars;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/** What first-day contact needs of a school: its pack, its calendar, since when it has cases. */
@Component
class FirstDayRules {

  private final Schools schools;
  private final PolicyPacks packs;
  private final Calendars calendars;
  private final JdbcClient jdbc;
  private final Clock clock;

  FirstDayRules(
      Schools schools, PolicyPacks packs, Calendars calendars, JdbcClient jdbc, Clock clock) {
    this.schools = schools;
    this.packs = packs;
    this.calendars = calendars;
    this.jdbc = jdbc;
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

  /** The rule of one of the pack's values. */
  static RuleId rule(PolicyPack pack, String setting) {
    return pack.settings().get(setting).rule();
  }

  RegisterTimes registerTimes(SchoolId school) {
    return pack(school).registerTimes(schools.get(school).academy());
  }

  SchoolCalendar calendar(SchoolId school) {
    return calendars.of(school);
  }

  /** Before this day no mark opens a case by itself. */
  Optional<LocalDate> began(SchoolId school) {
    return OneLook.once(new Began(school), () -> readBegan(school));
  }

  private record Began(SchoolId school) {}

  private Optional<LocalDate> readBegan(SchoolId school) {
    return jdbc.sql("select cases_from from school where id = :school")
        .param("school", school.value())
        .query((row, n) -> Optional.ofNullable(row.getObject("cases_from", LocalDate.class)))
        .single();
  }
}

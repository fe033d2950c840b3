package uk.attendance.register.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.Calendars;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Schools;

/** What a page about marks asks of a school: its policy, its calendar, its school years. */
@Component
class SchoolRules {

  private final Schools schools;
  private final PolicyPacks packs;
  private final Calendars calendars;
  private final Clock clock;

  SchoolRules(Schools schools, PolicyPacks packs, Calendars calendars, Clock clock) {
    this.schools = schools;
    this.packs = packs;
    this.calendars = calendars;
    this.clock = clock;
  }

  School school(SchoolId id) {
    return schools.get(id);
  }

  PolicyPack pack(SchoolId school) {
    return packs.pack(schools.get(school).pack());
  }

  SchoolCalendar calendar(SchoolId school) {
    return calendars.of(school);
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The newest first; none while the school has no terms. */
  List<SchoolYear> years(SchoolId school) {
    SchoolCalendar calendar = calendar(school);
    return calendar.terms().stream()
        .map(term -> calendar.schoolYear(term.first()))
        .distinct()
        .sorted((one, other) -> other.first().compareTo(one.first()))
        .toList();
  }

  /** Today's school year; in a summer that the calendar does not know, the newest. */
  Optional<SchoolYear> currentYear(SchoolId school) {
    SchoolCalendar calendar = calendar(school);
    return calendar.covers(today())
        ? Optional.of(calendar.schoolYear(today()))
        : years(school).stream()
            .filter(year -> !year.first().isAfter(today()))
            .findFirst()
            .or(() -> years(school).stream().findFirst());
  }

  /**
   * @param beginsIn 2025 for 2025/26; null, or a year the school does not know, for the current one
   */
  Optional<SchoolYear> year(SchoolId school, @Nullable Integer beginsIn) {
    return years(school).stream()
        .filter(year -> beginsIn != null && year.first().getYear() == beginsIn)
        .findFirst()
        .or(() -> currentYear(school));
  }

  /** Today, or the school day before it. */
  LocalDate newestSchoolDay(SchoolId school) {
    SchoolCalendar calendar = calendar(school);
    if (!calendar.covers(today()) || calendar.isSchoolDay(today())) {
      return today();
    }
    List<SchoolYear> years = years(school);
    List<LocalDate> days = calendar.schoolDays(years.get(years.size() - 1).first(), today());
    return days.isEmpty() ? today() : days.get(days.size() - 1);
  }
}

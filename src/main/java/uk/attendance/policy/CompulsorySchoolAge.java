package uk.attendance.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** From when until when the law makes a child attend (NF-R6), worked out from the birthday. */
public record CompulsorySchoolAge(
    int beginsAtAge,
    List<MonthDay> beginsOnFirstOf,
    int endsAtAge,
    DayOfWeek endsOnLast,
    Month endsIn,
    Month schoolYearBegins) {

  public CompulsorySchoolAge {
    beginsOnFirstOf = List.copyOf(beginsOnFirstOf);
  }

  static CompulsorySchoolAge of(Settings settings) {
    return new CompulsorySchoolAge(
        settings.amount("compulsory-school-age.begins-at-age", Unit.YEARS),
        settings.choices("compulsory-school-age.begins-on-first-of").stream()
            .map(day -> MonthDay.parse("--" + day))
            .toList(),
        settings.amount("compulsory-school-age.ends-at-age", Unit.YEARS),
        DayOfWeek.valueOf(
            settings.choice("compulsory-school-age.ends-on-last").toUpperCase(Locale.ROOT)),
        Month.of(settings.count("compulsory-school-age.ends-in-month")),
        Month.of(settings.count("compulsory-school-age.school-year-begins-in-month")));
  }

  /** The prescribed day on or next after the birthday. */
  public LocalDate firstDay(LocalDate born) {
    LocalDate birthday = born.plusYears(beginsAtAge);
    return beginsOnFirstOf.stream()
        .map(day -> day.atYear(birthday.getYear()))
        .map(day -> day.isBefore(birthday) ? day.plusYears(1) : day)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The leaving date of the school year in which the pupil reaches the age. */
  public LocalDate lastDay(LocalDate born) {
    LocalDate birthday = born.plusYears(endsAtAge);
    int year =
        birthday.getMonth().compareTo(schoolYearBegins) >= 0
            ? birthday.getYear() + 1
            : birthday.getYear();
    return YearMonth.of(year, endsIn)
        .atEndOfMonth()
        .with(TemporalAdjusters.previousOrSame(endsOnLast));
  }

  public boolean holds(LocalDate born, LocalDate day) {
    return !day.isBefore(firstDay(born)) && !day.isAfter(lastDay(born));
  }
}

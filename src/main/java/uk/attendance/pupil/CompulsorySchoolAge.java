package uk.attendance.pupil;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * From when to when the law obliges a child to be educated (NF-R6): from the prescribed day on or
 * after a birthday, to the last of a weekday in a month of the school year in which the child
 * reaches an age; both days included. All figures are pack data.
 */
public record CompulsorySchoolAge(
    int beginsAtAge,
    Collection<MonthDay> prescribedDays,
    int endsAtAge,
    DayOfWeek endsOnLast,
    Month endsIn,
    Month schoolYearBegins) {

  public CompulsorySchoolAge {
    prescribedDays = List.copyOf(prescribedDays);
    if (prescribedDays.isEmpty()) {
      throw new IllegalArgumentException(
          "compulsory school age: no prescribed day, needs at least one");
    }
  }

  public LocalDate firstDay(LocalDate dob) {
    LocalDate birthday = dob.plusYears(beginsAtAge);
    return Stream.of(birthday.getYear(), birthday.getYear() + 1)
        .flatMap(year -> prescribedDays.stream().map(day -> day.atYear(year)))
        .filter(day -> !day.isBefore(birthday))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  public LocalDate lastDay(LocalDate dob) {
    LocalDate birthday = dob.plusYears(endsAtAge);
    int startsIn =
        birthday.getYear() - (birthday.getMonth().compareTo(schoolYearBegins) < 0 ? 1 : 0);
    int endsInYear = startsIn + (endsIn.compareTo(schoolYearBegins) < 0 ? 1 : 0);
    return LocalDate.of(endsInYear, endsIn, 1).with(TemporalAdjusters.lastInMonth(endsOnLast));
  }

  public boolean isReached(LocalDate dob, LocalDate on) {
    return !on.isBefore(firstDay(dob)) && !on.isAfter(lastDay(dob));
  }
}

package uk.attendance.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import uk.attendance.scenario.Story.Range;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SpecialDay;

/**
 * A story's year as a school's calendar: open is every weekday that the story does not close, bank
 * holiday or not. A closure of more than a week's length divides two terms.
 */
final class StoryCalendar {

  private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

  /** Nine days are a week between two weekends. */
  private static final int LONGEST_WITHIN_A_TERM = 9;

  private StoryCalendar() {}

  static CalendarPlan plan(Story.Year year) {
    List<Period> terms = terms(year);
    List<SpecialDay> special = new ArrayList<>();
    SchoolCalendar byTerms =
        SchoolCalendar.of(new SchoolId("story"), new CalendarPlan(terms, List.of()));
    for (Period term : terms) {
      term.first()
          .datesUntil(term.last().plusDays(1))
          .filter(day -> !WEEKEND.contains(day.getDayOfWeek()))
          .forEach(
              day -> {
                if (isClosed(year, day)) {
                  special.add(SpecialDay.closed(day, ClosureKind.HOLIDAY, "holiday"));
                } else if (!byTerms.isSchoolDay(day)) {
                  special.add(new SpecialDay(day, true, true, ClosureKind.HOLIDAY, "open"));
                }
              });
    }
    return new CalendarPlan(terms, special);
  }

  private static boolean isClosed(Story.Year year, LocalDate day) {
    return year.closed().stream().anyMatch(range -> range.contains(day));
  }

  private static List<Period> terms(Story.Year year) {
    List<Period> terms = new ArrayList<>();
    LocalDate first = year.from();
    List<Range> holidays =
        year.closed().stream()
            .filter(
                range ->
                    ChronoUnit.DAYS.between(range.from(), range.to()) + 1 > LONGEST_WITHIN_A_TERM)
            .sorted(Comparator.comparing(Range::from))
            .toList();
    for (Range holiday : holidays) {
      if (holiday.from().isAfter(first) && holiday.to().isBefore(year.to())) {
        terms.add(term(terms.size(), first, holiday.from().minusDays(1)));
        first = holiday.to().plusDays(1);
      }
    }
    terms.add(term(terms.size(), first, year.to()));
    return terms;
  }

  private static Period term(int number, LocalDate first, LocalDate last) {
    return Period.term("Term " + (number + 1), first, last);
  }
}

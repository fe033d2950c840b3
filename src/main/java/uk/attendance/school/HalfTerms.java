package uk.attendance.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How a term divides: as the school named its half terms, or at each whole week of holiday. */
final class HalfTerms {
  private HalfTerms() {}

  static List<Period> of(Period term, List<Period> named, SchoolCalendar calendar) {
    if (!named.isEmpty()) {
      return named;
    }
    List<List<LocalDate>> parts = new ArrayList<>();
    parts.add(new ArrayList<>());
    for (LocalDate day : calendar.schoolDays(term.first(), term.last())) {
      List<LocalDate> part = parts.get(parts.size() - 1);
      if (!part.isEmpty() && weekOfHolidayBetween(part.get(part.size() - 1), day, calendar)) {
        parts.add(part = new ArrayList<>());
      }
      part.add(day);
    }
    return parts.size() == 1 ? List.of(term) : periods(term, parts);
  }

  private static boolean weekOfHolidayBetween(
      LocalDate one, LocalDate next, SchoolCalendar calendar) {
    LocalDate monday = SchoolWeek.mondayOf(one).plusWeeks(1);
    return monday.isBefore(SchoolWeek.mondayOf(next))
        && monday
            .datesUntil(monday.plusDays(5))
            .allMatch(
                day ->
                    calendar.closedDay(day).orElseThrow().kind() != ClosureKind.UNEXPECTED_CLOSURE);
  }

  private static List<Period> periods(Period term, List<List<LocalDate>> parts) {
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      List<LocalDate> part = parts.get(i);
      boolean isLast = i == parts.size() - 1;
      periods.add(
          Period.halfTerm(
              term.name(),
              i == 0 ? term.first() : part.get(0),
              isLast ? term.last() : part.get(part.size() - 1)));
    }
    return numbered(term.name(), periods);
  }

  /** Names the parts of a whole: "Autumn term, first half". */
  static List<Period> numbered(String whole, List<Period> parts) {
    List<Period> named = new ArrayList<>();
    for (Period part : parts) {
      String which =
          parts.size() == 2
              ? (named.isEmpty() ? "first half" : "second half")
              : "part " + (named.size() + 1);
      named.add(Period.halfTerm(whole + ", " + which, part.first(), part.last()));
    }
    return List.copyOf(named);
  }
}

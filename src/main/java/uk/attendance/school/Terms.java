package uk.attendance.school;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The terms of a school in order, with the half terms that its file names, checked once. */
final class Terms {
  /** A last term ending before June is not the end of a school year: what follows is unknown. */
  private static final Month EARLIEST_END_OF_SCHOOL_YEAR = Month.JUNE;

  private final List<Period> terms;
  private final List<Period> halves;

  Terms(SchoolId school, Collection<Period> periods) {
    terms = ordered(periods, Period.Kind.TERM);
    halves = ordered(periods, Period.Kind.HALF_TERM);
    refuseOverlaps(school, terms);
    refuseOverlaps(school, halves);
    for (Period half : halves) {
      if (terms.stream().noneMatch(term -> term.contains(half))) {
        throw new ContradictoryCalendar(
            school, "the half term %s lies in none of the terms".formatted(half));
      }
    }
    for (int i = 1; i < terms.size(); i++) {
      if (startYear(terms.get(i).first()) - startYear(terms.get(i - 1).first()) > 1) {
        throw new ContradictoryCalendar(
            school,
            "a school year is missing between %s and %s".formatted(terms.get(i - 1), terms.get(i)));
      }
    }
  }

  List<Period> all() {
    return terms;
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  Optional<Period> at(LocalDate day) {
    return containing(terms, day);
  }

  /** The half terms that the school named inside the term; empty when it named none. */
  List<Period> namedHalvesOf(Period term) {
    return halves.stream().filter(term::contains).toList();
  }

  /** Whether the terms leave the day to teaching: in a term, and not in its half-term holiday. */
  boolean teachOn(LocalDate day) {
    return at(day)
        .map(this::namedHalvesOf)
        .map(named -> named.isEmpty() || containing(named, day).isPresent())
        .orElse(false);
  }

  /** Which holiday a day is that is not taught on, in words. */
  String holidayOn(LocalDate day) {
    return at(day).isPresent()
        ? "half-term holiday"
        : terms.stream()
            .filter(term -> term.last().isBefore(day))
            .reduce((one, two) -> two)
            .map(term -> "holiday after " + term.name())
            .orElse("holiday");
  }

  /** The last day that these terms say anything about. */
  LocalDate lastKnownDay() {
    Period last = terms.get(terms.size() - 1);
    if (last.last().getMonth().compareTo(EARLIEST_END_OF_SCHOOL_YEAR) < 0
        || last.last().getYear() == startYear(last.first())) {
      return last.last();
    }
    LocalDate endOfYear = schoolYearOf(last).last();
    return endOfYear.isBefore(last.last()) ? last.last() : endOfYear;
  }

  /**
   * From the first term that begins after July to the day before the next such term (Education Act
   * 1996, section 579); while that one is unknown, to the end of August at the latest.
   */
  SchoolYear schoolYearOf(LocalDate day) {
    Period term = terms.get(0);
    for (Period next : terms) {
      if (!next.first().isAfter(day)) {
        term = next;
      }
    }
    return schoolYearOf(term);
  }

  private SchoolYear schoolYearOf(Period term) {
    int year = startYear(term.first());
    LocalDate first = firstDayOf(year).orElseThrow();
    LocalDate last =
        firstDayOf(year + 1).orElseGet(() -> latestStartAfter(first, year)).minusDays(1);
    return new SchoolYear(first, last);
  }

  /** While the next school year is unknown: a year later, in September no later than the first. */
  private static LocalDate latestStartAfter(LocalDate first, int startYear) {
    LocalDate september = LocalDate.of(startYear + 1, Month.SEPTEMBER, 1);
    LocalDate yearLater = first.plusYears(1);
    return yearLater.isBefore(september) ? yearLater : september;
  }

  private Optional<LocalDate> firstDayOf(int startYear) {
    return terms.stream()
        .map(Period::first)
        .filter(first -> startYear(first) == startYear)
        .findFirst();
  }

  /** The year in which the school year of a term begins: after July. */
  static int startYear(LocalDate firstOfTerm) {
    return firstOfTerm.getMonth().compareTo(Month.JULY) > 0
        ? firstOfTerm.getYear()
        : firstOfTerm.getYear() - 1;
  }

  static Optional<Period> containing(List<Period> periods, LocalDate day) {
    return periods.stream().filter(period -> period.contains(day)).findFirst();
  }

  private static List<Period> ordered(Collection<Period> periods, Period.Kind kind) {
    return periods.stream()
        .filter(period -> period.kind() == kind)
        .sorted(Comparator.comparing(Period::first))
        .toList();
  }

  private static void refuseOverlaps(SchoolId school, List<Period> ordered) {
    IntStream.range(1, ordered.size())
        .filter(i -> ordered.get(i).overlaps(ordered.get(i - 1)))
        .findFirst()
        .ifPresent(
            i -> {
              throw new ContradictoryCalendar(
                  school, "%s overlaps %s".formatted(ordered.get(i), ordered.get(i - 1)));
            });
  }
}

package uk.attendance.school;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a school itself decided about its calendar: its terms, and the days on which it differs from
 * them. Everything else follows.
 */
public record CalendarPlan(List<Period> periods, List<SpecialDay> specialDays) {
  public static final CalendarPlan EMPTY = new CalendarPlan(List.of(), List.of());

  public CalendarPlan {
    periods =
        periods.stream()
            .sorted(Comparator.comparing(Period::first).thenComparing(Period::kind))
            .toList();
    specialDays = specialDays.stream().sorted(Comparator.comparing(SpecialDay::day)).toList();
  }

  /** These terms and half terms instead of all those of the same school years. */
  public CalendarPlan withTerms(Collection<Period> terms) {
    Set<Integer> years = new HashSet<>();
    terms.forEach(period -> years.add(Terms.startYear(period.first())));
    Stream<Period> others =
        periods.stream().filter(period -> !years.contains(Terms.startYear(period.first())));
    return new CalendarPlan(Stream.concat(others, terms.stream()).toList(), specialDays);
  }

  /** This day instead of what was decided about it before. */
  public CalendarPlan with(SpecialDay special) {
    return new CalendarPlan(
        periods, Stream.concat(without(special.day()), Stream.of(special)).toList());
  }

  /** The day again as terms and bank holidays have it. */
  public CalendarPlan asInTerms(LocalDate day) {
    return new CalendarPlan(periods, without(day).toList());
  }

  private Stream<SpecialDay> without(LocalDate day) {
    return specialDays.stream().filter(other -> !other.day().isEqual(day));
  }
}

package uk.attendance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The open days of one school in one school year, by position. */
final class TeachingYear {

  private final MadeUpYear year;
  private final List<LocalDate> days;
  private final List<String> halfTerms = new ArrayList<>();
  private final List<List<Integer>> weeks;

  TeachingYear(MadeUpCalendar calendar, MadeUpYear year) {
    this.year = year;
    this.days = calendar.openDays(year);
    Map<LocalDate, List<Integer>> byMonday = new TreeMap<>();
    for (int i = 0; i < days.size(); i++) {
      halfTerms.add(calendar.halfTerm(days.get(i)).orElseThrow().name());
      LocalDate monday = days.get(i).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      byMonday.computeIfAbsent(monday, m -> new ArrayList<>()).add(i);
    }
    this.weeks = List.copyOf(byMonday.values());
  }

  MadeUpYear year() {
    return year;
  }

  int size() {
    return days.size();
  }

  LocalDate day(int position) {
    return days.get(position);
  }

  /** The position of a date or, where the school is closed, of the next open day. */
  int positionOrNext(LocalDate date) {
    int position = Collections.binarySearch(days, date);
    return position < 0 ? -position - 1 : position;
  }

  /** School days from a day to a morning; many when a summer lies between. */
  int until(LocalDate morning, int day) {
    return MadeUpYear.of(morning).start() > year.start()
        ? days.size()
        : positionOrNext(morning) - day;
  }

  /** Positions of the open days of each school week. */
  List<List<Integer>> weeks() {
    return weeks;
  }

  boolean sameHalfTerm(int one, int other) {
    return one >= 0 && other < days.size() && halfTerms.get(one).equals(halfTerms.get(other));
  }

  /** First days of the half terms, by position. */
  List<Integer> afterHolidays() {
    List<Integer> firsts = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      if (!sameHalfTerm(i - 1, i)) {
        firsts.add(i);
      }
    }
    return firsts;
  }
}

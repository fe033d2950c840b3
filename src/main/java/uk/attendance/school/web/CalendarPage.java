package uk.attendance.school.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.DayWords;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolYear;
import uk.attendance.school.Session;
import uk.attendance.school.SpecialDay;

/** One school year of a calendar, as people read it. */
record CalendarPage(
    SchoolYear year,
    List<SchoolYear> years,
    int schoolDays,
    List<String> weekdays,
    List<MonthTable> months,
    List<TermRow> terms,
    List<SpecialRow> specialDays) {

  /**
   * @param half whether it is a half term under the term above it
   */
  record TermRow(String name, boolean half, String first, String last, int schoolDays) {}

  /**
   * A day that differs from the terms.
   *
   * @param iso the day, to be taken back to what the terms say; null for a bank holiday
   * @param takeBack what that is called for this day
   */
  record SpecialRow(
      String day, String what, String reason, @Nullable String iso, String takeBack) {}

  /**
   * @param wanted the year that was asked for; this one, or the last one known, when empty
   */
  static Optional<CalendarPage> of(
      SchoolCalendar calendar, @Nullable String wanted, LocalDate today) {
    List<SchoolYear> years =
        calendar.terms().stream()
            .map(term -> calendar.schoolYear(term.first()))
            .distinct()
            .toList();
    if (years.isEmpty()) {
      return Optional.empty();
    }
    SchoolYear year =
        years.stream()
            .filter(known -> wanted == null ? known.contains(today) : known.name().equals(wanted))
            .findFirst()
            .orElse(years.get(years.size() - 1));
    List<Period> terms =
        calendar.terms().stream().filter(term -> year.contains(term.first())).toList();
    int columns = MonthTable.columns(calendar);
    return Optional.of(
        new CalendarPage(
            year,
            years,
            year.schoolDays(calendar),
            MonthTable.weekdays(columns),
            months(year, terms, calendar, columns, today),
            termRows(terms, calendar, DayWords::withoutYear),
            specialRows(year, calendar)));
  }

  private static List<MonthTable> months(
      SchoolYear year, List<Period> terms, SchoolCalendar calendar, int columns, LocalDate today) {
    YearMonth last = YearMonth.from(terms.get(terms.size() - 1).last());
    return Stream.iterate(
            YearMonth.from(year.first()),
            month -> !month.isAfter(last),
            month -> month.plusMonths(1))
        .map(month -> MonthTable.of(month, calendar, columns, today))
        .toList();
  }

  /** Terms of the school years from a day on, with their years. */
  static List<TermRow> termsFrom(LocalDate day, SchoolCalendar calendar) {
    return calendar.terms().stream()
        .filter(term -> !term.last().isBefore(day))
        .flatMap(term -> termRows(List.of(term), calendar, DayWords::full).stream())
        .toList();
  }

  private static List<TermRow> termRows(
      List<Period> terms, SchoolCalendar calendar, Function<LocalDate, String> words) {
    List<TermRow> rows = new ArrayList<>();
    for (Period term : terms) {
      rows.add(termRow(term, calendar, words));
      calendar.halfTermsOf(term).stream()
          .filter(half -> half.kind() == Period.Kind.HALF_TERM)
          .forEach(half -> rows.add(termRow(half, calendar, words)));
    }
    return rows;
  }

  private static TermRow termRow(
      Period period, SchoolCalendar calendar, Function<LocalDate, String> words) {
    return new TermRow(
        period.name(),
        period.kind() == Period.Kind.HALF_TERM,
        words.apply(period.first()),
        words.apply(period.last()),
        calendar.schoolDays(period.first(), period.last()).size());
  }

  private static List<SpecialRow> specialRows(SchoolYear year, SchoolCalendar calendar) {
    return calendar
        .knownDays()
        .filter(year::contains)
        .flatMap(
            day ->
                calendar
                    .specialDay(day)
                    .map(CalendarPage::specialRow)
                    .or(() -> bankHoliday(day, calendar))
                    .stream())
        .toList();
  }

  private static SpecialRow specialRow(SpecialDay special) {
    boolean am = special.isOpen(Session.AM);
    boolean pm = special.isOpen(Session.PM);
    String what =
        am && pm ? "open" : am ? "morning only" : pm ? "afternoon only" : special.kind().words();
    String takeBack = am && pm ? "Close again" : am || pm ? "As in the terms" : "Open again";
    return new SpecialRow(
        DayWords.withoutYear(special.day()),
        what,
        special.reason(),
        special.day().toString(),
        takeBack);
  }

  private static Optional<SpecialRow> bankHoliday(LocalDate day, SchoolCalendar calendar) {
    return calendar
        .closedDay(day)
        .filter(closed -> closed.kind() == ClosureKind.BANK_HOLIDAY)
        .map(
            closed ->
                new SpecialRow(
                    DayWords.withoutYear(day), closed.kind().words(), closed.reason(), null, ""));
  }
}

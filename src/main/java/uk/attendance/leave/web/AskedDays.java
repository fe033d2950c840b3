package uk.attendance.leave.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.DayWords;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.web.MonthTable;

/**
 * The days asked for on a calendar of school days.
 *
 * @param words "Monday 1 to Friday 5 December 2025"; empty while no dates are given
 * @param schoolDays how many of them are school days; null where the calendar does not know
 * @param closed those that are not, in words
 */
record AskedDays(
    List<Month> months,
    List<String> weekdays,
    String words,
    @Nullable Integer schoolDays,
    List<String> closed) {

  private static final int FEWEST_MONTHS = 2;
  private static final int MOST_MONTHS = 6;

  /**
   * A month with the days asked for in it.
   *
   * @param from the first of them, by its number; 0 for none
   */
  record Month(MonthTable table, int from, int to) {

    public boolean asks(int number) {
      return from > 0 && number >= from && number <= to;
    }
  }

  static AskedDays of(
      SchoolCalendar calendar, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
    boolean asked = from != null && to != null && !to.isBefore(from);
    YearMonth first = YearMonth.from(from == null ? today : from);
    YearMonth last = asked ? YearMonth.from(to) : first;
    List<Month> months = new ArrayList<>();
    int columns = MonthTable.columns(calendar);
    for (YearMonth month = first;
        months.size() < FEWEST_MONTHS || (!month.isAfter(last) && months.size() < MOST_MONTHS);
        month = month.plusMonths(1)) {
      months.add(month(month, calendar, columns, asked ? from : null, asked ? to : null, today));
    }
    boolean known = asked && calendar.covers(from) && calendar.covers(to);
    return new AskedDays(
        months,
        MonthTable.weekdays(columns),
        asked ? DayWords.from(from, to) : "",
        known ? calendar.schoolDays(from, to).size() : null,
        known ? closed(calendar, from, to) : List.of());
  }

  private static Month month(
      YearMonth month,
      SchoolCalendar calendar,
      int columns,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      LocalDate today) {
    MonthTable table = MonthTable.of(month, calendar, columns, today);
    if (from == null
        || to == null
        || from.isAfter(month.atEndOfMonth())
        || to.isBefore(month.atDay(1))) {
      return new Month(table, 0, 0);
    }
    return new Month(
        table,
        from.isBefore(month.atDay(1)) ? 1 : from.getDayOfMonth(),
        to.isAfter(month.atEndOfMonth()) ? month.lengthOfMonth() : to.getDayOfMonth());
  }

  private static List<String> closed(SchoolCalendar calendar, LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .flatMap(day -> calendar.closedDay(day).stream())
        .map((ClosedDay day) -> "%s: %s".formatted(DayWords.withoutYear(day.day()), day.words()))
        .toList();
  }

  /** "5 school days: Monday 1 to Friday 5 December 2025". */
  public String inWords() {
    if (words.isEmpty() || schoolDays == null) {
      return words;
    }
    return "%s: %s"
        .formatted(schoolDays == 1 ? "1 school day" : schoolDays + " school days", words);
  }
}

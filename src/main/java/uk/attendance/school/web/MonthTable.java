package uk.attendance.school.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.ClosedDay;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/**
 * One month as a wall calendar shows it, a week a row.
 *
 * @param weeks rows of days; null where the week reaches into another month
 */
public record MonthTable(String name, List<List<@Nullable Cell>> weeks) {

  /**
   * One day.
   *
   * @param look what style it has: open, half, holiday, inset-day, bank-holiday,
   *     unexpected-closure, unknown
   * @param letter what stands beside the number, so that nothing depends on colour
   * @param words the same in words; empty on an ordinary school day
   */
  public record Cell(int number, String look, String letter, String words, boolean today) {}

  public static MonthTable of(
      YearMonth month, SchoolCalendar calendar, int columns, LocalDate today) {
    List<List<@Nullable Cell>> weeks = new ArrayList<>();
    LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
    for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
      List<@Nullable Cell> week = new ArrayList<>();
      for (int i = 0; i < columns; i++) {
        LocalDate day = monday.plusDays(i);
        week.add(YearMonth.from(day).equals(month) ? cell(day, calendar, today) : null);
      }
      if (week.stream().anyMatch(cell -> cell != null)) {
        weeks.add(week);
      }
    }
    String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    return new MonthTable(name + " " + month.getYear(), weeks);
  }

  /** Five columns, or seven where a Saturday or Sunday is open. */
  public static int columns(SchoolCalendar calendar) {
    boolean weekends =
        calendar
            .knownDays()
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0)
            .anyMatch(calendar::isSchoolDay);
    return weekends ? 7 : 5;
  }

  public static List<String> weekdays(int columns) {
    return IntStream.rangeClosed(1, columns)
        .mapToObj(i -> DayOfWeek.of(i).getDisplayName(TextStyle.FULL, Locale.UK))
        .toList();
  }

  private static Cell cell(LocalDate day, SchoolCalendar calendar, LocalDate today) {
    int number = day.getDayOfMonth();
    boolean isToday = day.isEqual(today);
    if (!calendar.covers(day)) {
      return new Cell(number, "unknown", "", "not known", isToday);
    }
    boolean am = calendar.isOpen(day, Session.AM);
    boolean pm = calendar.isOpen(day, Session.PM);
    if (am && pm) {
      return new Cell(number, "open", "", "", isToday);
    }
    if (am || pm) {
      return new Cell(number, "half", "½", am ? "morning only" : "afternoon only", isToday);
    }
    return calendar
        .closedDay(day)
        .map(closed -> closed(number, closed, isToday))
        .orElseGet(() -> new Cell(number, "holiday", "", "weekend", isToday));
  }

  private static Cell closed(int number, ClosedDay closed, boolean today) {
    String letter =
        switch (closed.kind()) {
          case HOLIDAY -> "";
          case INSET_DAY -> "I";
          case BANK_HOLIDAY -> "B";
          case UNEXPECTED_CLOSURE -> "X";
        };
    String look = closed.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Cell(number, look, letter, closed.words(), today);
  }
}

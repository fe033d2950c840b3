package uk.attendance.school;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far away a due day is, as a screen says it: "3 school days left; Friday's INSET day not
 * counted".
 *
 * @param schoolDays school days after today up to and with the due day; after the due day, how many
 *     school days ago that was
 * @param skipped Mondays to Fridays from tomorrow to the due day that are closed
 */
public record TimeLeft(LocalDate today, LocalDate due, int schoolDays, List<ClosedDay> skipped) {
  private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE", Locale.UK);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);
  private static final int DAYS_CALLED_BY_WEEKDAY = 6;

  public TimeLeft {
    skipped = List.copyOf(skipped);
  }

  static TimeLeft until(LocalDate due, LocalDate today, SchoolCalendar calendar) {
    if (!calendar.covers(today) || !calendar.covers(due)) {
      return new TimeLeft(today, due, 0, List.of());
    }
    return due.isBefore(today)
        ? new TimeLeft(today, due, calendar.schoolDaysBetween(due, today), List.of())
        : new TimeLeft(
            today, due, calendar.schoolDaysBetween(today, due), calendar.closedDays(today, due));
  }

  public boolean isOverdue() {
    return due.isBefore(today);
  }

  public String inWords() {
    if (due.isEqual(today)) {
      return "due today";
    }
    if (isOverdue()) {
      return schoolDays == 0 ? "was due " + DayWords.full(due) : days() + " overdue";
    }
    String left = schoolDays == 0 ? "due " + DayWords.full(due) : days() + " left";
    return skipped.isEmpty() ? left : left + "; " + skippedInWords() + " not counted";
  }

  private String days() {
    return schoolDays == 1 ? "1 school day" : schoolDays + " school days";
  }

  private String skippedInWords() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < skipped.size(); ) {
      int end = i + 1;
      while (end < skipped.size() && continues(skipped.get(end - 1), skipped.get(end))) {
        end++;
      }
      parts.add(words(skipped.get(i), skipped.get(end - 1)));
      i = end;
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return String.join(", ", parts.subList(0, parts.size() - 1))
        + " and "
        + parts.get(parts.size() - 1);
  }

  private static boolean continues(ClosedDay one, ClosedDay next) {
    return one.words().equals(next.words())
        && WorkingDays.nextWeekday(one.day()).isEqual(next.day());
  }

  private String words(ClosedDay first, ClosedDay last) {
    if (!first.day().isEqual(last.day())) {
      return "%s %s to %s"
          .formatted(first.words(), DAY.format(first.day()), DAY.format(last.day()));
    }
    boolean soon = !first.day().isAfter(today.plusDays(DAYS_CALLED_BY_WEEKDAY));
    return (soon ? WEEKDAY : DAY).format(first.day()) + "'s " + first.words();
  }
}

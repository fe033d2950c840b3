package uk.attendance.school;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Every open session between two days, laid out once so that each question afterwards is an array
 * look-up: an import asks for every mark.
 */
final class OpenSessions {
  private final LocalDate first;
  private final LocalDate last;
  private final byte[] open;
  private final int[] schoolDaysUpTo;
  private final List<LocalDate> days;
  private final List<LocalDate> mondays;

  OpenSessions(LocalDate first, LocalDate last, BiPredicate<LocalDate, Session> isOpen) {
    this.first = first;
    this.last = last;
    int length = (int) ChronoUnit.DAYS.between(first, last) + 1;
    open = new byte[length];
    schoolDaysUpTo = new int[length];
    List<LocalDate> days = new ArrayList<>();
    List<LocalDate> mondays = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      LocalDate day = first.plusDays(i);
      for (Session session : Session.values()) {
        if (isOpen.test(day, session)) {
          open[i] |= bit(session);
        }
      }
      if (open[i] != 0) {
        days.add(day);
        LocalDate monday = SchoolWeek.mondayOf(day);
        if (mondays.isEmpty() || !mondays.get(mondays.size() - 1).isEqual(monday)) {
          mondays.add(monday);
        }
      }
      schoolDaysUpTo[i] = days.size();
    }
    this.days = List.copyOf(days);
    this.mondays = List.copyOf(mondays);
  }

  LocalDate first() {
    return first;
  }

  LocalDate last() {
    return last;
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  boolean isOpen(LocalDate day, Session session) {
    return (open[offset(day)] & bit(session)) != 0;
  }

  boolean isSchoolDay(LocalDate day) {
    return open[offset(day)] != 0;
  }

  /** School days from the first known day up to and with the day. */
  int schoolDaysUpTo(LocalDate day) {
    return schoolDaysUpTo[offset(day)];
  }

  /** School days from the first known day up to but without the day. */
  int schoolDaysBefore(LocalDate day) {
    int offset = offset(day);
    return schoolDaysUpTo[offset] - (open[offset] == 0 ? 0 : 1);
  }

  /** All school days, in order. */
  List<LocalDate> days() {
    return days;
  }

  /** The Mondays of all school weeks, in order. */
  List<LocalDate> mondays() {
    return mondays;
  }

  /** Index of the last school week that does not begin after the day; -1 before the first. */
  int weekAtOrBefore(LocalDate day) {
    int found = Collections.binarySearch(mondays, SchoolWeek.mondayOf(day));
    return found >= 0 ? found : -found - 2;
  }

  private int offset(LocalDate day) {
    return (int) (day.toEpochDay() - first.toEpochDay());
  }

  private static byte bit(Session session) {
    return (byte) (1 << session.ordinal());
  }
}

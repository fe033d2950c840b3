package uk.attendance.school;

import java.time.LocalDate;

/** From the first day of its first term to the day before the next school year's. */
public record SchoolYear(LocalDate first, LocalDate last) {

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** As schools write it: "2025/26". */
  public String name() {
    return "%d/%02d".formatted(first.getYear(), (first.getYear() + 1) % 100);
  }

  /** School days of this year that the calendar knows of. */
  public int schoolDays(SchoolCalendar calendar) {
    return (int) calendar.knownDays().filter(this::contains).filter(calendar::isSchoolDay).count();
  }
}

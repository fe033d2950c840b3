package uk.attendance.demo;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;

/** Days of religious observance on which a family keeps its children at home. */
final class Festivals implements Cause {

  private static final int SHAWWAL = 10;
  private static final int DHU_AL_HIJJAH = 12;

  @Override
  public void happenTo(PupilYear year) {
    String festival = year.pupil().family().heritage().festival();
    boolean keeps = year.pupil().family().chance().of("keeps festivals").in(0.8);
    if (festival.isEmpty() || !keeps) {
      return;
    }
    for (int day = 0; day < year.days().size(); day++) {
      LocalDate date = year.days().day(day);
      if (festival.equals("eid") ? isEid(date) : isJulianChristmas(date)) {
        year.put(day, Entry.planned("R"));
      }
    }
  }

  private static boolean isEid(LocalDate date) {
    HijrahDate hijri = HijrahDate.from(date);
    int month = hijri.get(ChronoField.MONTH_OF_YEAR);
    int day = hijri.get(ChronoField.DAY_OF_MONTH);
    return (month == SHAWWAL && day == 1) || (month == DHU_AL_HIJJAH && day == 10);
  }

  private static boolean isJulianChristmas(LocalDate date) {
    return date.getMonthValue() == 1 && date.getDayOfMonth() == 7;
  }
}

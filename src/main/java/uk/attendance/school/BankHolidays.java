package uk.attendance.school;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** England's bank holidays on the days they are kept, by year, with their names. */
final class BankHolidays {
  private static final Map<Integer, Map<LocalDate, String>> BY_YEAR = new ConcurrentHashMap<>();

  private BankHolidays() {}

  static Optional<String> nameOf(LocalDate day) {
    return Optional.ofNullable(BY_YEAR.computeIfAbsent(day.getYear(), BankHolidays::load).get(day));
  }

  private static Map<LocalDate, String> load(int year) {
    return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM))
        .getHolidays(Year.of(year), "eng")
        .stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Holiday::getDate, holiday -> holiday.getDescription(Locale.UK), (one, two) -> one));
  }
}

package uk.attendance.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Dates as files hold them: ISO or day first, never month first; 31/02 is no date. */
public final class SchoolDates {

  private static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private SchoolDates() {}

  public static Optional<LocalDate> read(String text) {
    try {
      String day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
      return Optional.of(
          day.indexOf('/') > 0 ? LocalDate.parse(day, DAY_FIRST) : LocalDate.parse(day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

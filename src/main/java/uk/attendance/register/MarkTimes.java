package uk.attendance.register;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Optional;
import uk.attendance.school.SchoolCalendar;

/**
 * Times as files hold them: ISO, with or without zone, or day first; London's where none is said.
 */
final class MarkTimes {

  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("[uuuu-MM-dd][d/M/uuuu]")
          .appendPattern("['T'][' ']")
          .appendPattern("H:mm[:ss]")
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  private MarkTimes() {}

  static Optional<Instant> read(String text) {
    try {
      boolean zoned =
          text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
      return Optional.of(
          zoned
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text, LOCAL).atZone(SchoolCalendar.ZONE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

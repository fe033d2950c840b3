package uk.attendance.leave;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.SchoolCalendar;

/**
 * A hearing as a file for any calendar (RFC 5545). It names no child: calendars are read over
 * shoulders, and the papers are behind the sign-in.
 *
 * @param appeal number of the appeal, so that a hearing that moves replaces the entry of before
 * @param time as the clerk wrote it; a day without a time that can be read is a whole day
 */
public record HearingFile(
    long appeal, String school, LocalDate day, @Nullable String time, String place, String papers) {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2})(?:[:.]?(\\d{2}))?\\s*([ap])?\\.?m?\\.?", Pattern.CASE_INSENSITIVE);
  private static final Duration LONG = Duration.ofHours(1);
  private static final int LONGEST_LINE = 75;

  public String text(Instant now) {
    StringBuilder file = new StringBuilder();
    for (String line : lines(now)) {
      file.append(folded(line)).append("\r\n");
    }
    return file.toString();
  }

  private List<String> lines(Instant now) {
    Optional<LocalTime> at = clock();
    String start =
        at.map(time -> "DTSTART:" + UTC.format(begins(time)))
            .orElse("DTSTART;VALUE=DATE:" + DAY.format(day));
    String end =
        at.map(time -> "DTEND:" + UTC.format(begins(time).plus(LONG)))
            .orElse("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
    return List.of(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Attendance//Appeal hearing//EN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:appeal-" + appeal + "@attendance",
        "DTSTAMP:" + UTC.format(now),
        start,
        end,
        "SUMMARY:" + escaped("Appeal hearing, leave of absence, " + school),
        "LOCATION:" + escaped(place),
        "DESCRIPTION:" + escaped("The papers: " + papers),
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR");
  }

  private Instant begins(LocalTime at) {
    return day.atTime(at).atZone(SchoolCalendar.ZONE).toInstant();
  }

  /** 16:00, 16.00, 1600, 4pm, 4.30 p.m. */
  private Optional<LocalTime> clock() {
    Matcher found = TIME.matcher(time == null ? "" : time.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(found.group(1));
    String half = found.group(3);
    if (half == null && found.group(2) == null) {
      return Optional.empty();
    }
    int minute = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
    if ("p".equalsIgnoreCase(half) && hour < 12) {
      hour += 12;
    }
    return hour < 24 && minute < 60 ? Optional.of(LocalTime.of(hour, minute)) : Optional.empty();
  }

  private static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /** No line longer than 75 octets; what is left goes on after a space. */
  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int sign : line.codePoints().toArray()) {
      String one = Character.toString(sign);
      int length = one.getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(one);
      octets += length;
    }
    return folded.toString();
  }
}

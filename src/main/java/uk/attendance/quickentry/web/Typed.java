package uk.attendance.quickentry.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.SchoolDates;

/** Reads what was typed and keeps, field by field, what is wrong with it. */
final class Typed {

  private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.]?(\\d{2})");

  private final Map<String, String> errors = new LinkedHashMap<>();

  Map<String, String> errors() {
    return errors;
  }

  boolean isGood() {
    return errors.isEmpty();
  }

  /** For a caller that goes on only when everything is good. */
  LocalDate day(String field, String text, String missing) {
    LocalDate day = optionalDay(field, text);
    if (text.isEmpty()) {
      errors.put(field, missing);
    }
    return day == null ? LocalDate.MIN : day;
  }

  @Nullable LocalDate optionalDay(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    return SchoolDates.read(text)
        .orElseGet(
            () -> {
              errors.put(field, "“%s” is no date; write it like 3/11/2025.".formatted(text));
              return null;
            });
  }

  LocalTime time(String field, String text, String missing) {
    LocalTime time = optionalTime(field, text);
    if (text.isEmpty()) {
      errors.put(field, missing);
    }
    return time == null ? LocalTime.MIN : time;
  }

  /** 9:05, 09.05 or 0905. */
  @Nullable LocalTime optionalTime(String field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    Matcher time = TIME.matcher(text);
    try {
      if (time.matches()) {
        return LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)));
      }
    } catch (DateTimeException noSuchHour) {
      // said below
    }
    errors.put(field, "“%s” is no time; write it like 9:05.".formatted(text));
    return null;
  }

  String words(String field, String text, int atMost, @Nullable String missing) {
    if (text.isEmpty() && missing != null) {
      errors.put(field, missing);
    }
    if (text.length() > atMost) {
      errors.put(field, "Please keep this to %d characters.".formatted(atMost));
    }
    return text;
  }

  /**
   * @param otherwise where nothing known was chosen
   */
  <E extends Enum<E>> E choice(
      String field, Class<E> type, String text, E otherwise, @Nullable String missing) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              if (missing != null) {
                errors.put(field, missing);
              }
              return otherwise;
            });
  }

  <T> @Nullable T needed(String field, @Nullable T chosen, String missing) {
    if (chosen == null) {
      errors.put(field, missing);
    }
    return chosen;
  }
}

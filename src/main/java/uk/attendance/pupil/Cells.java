package uk.attendance.pupil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.RejectedRow;
import uk.attendance.file.SchoolDates;
import uk.attendance.file.SchoolFile;

/**
 * One row of a file of people, read cell by cell; collects a sentence for every cell that cannot be
 * taken, so that all of a row's faults are mended in one go. A column that the file does not have
 * leaves what is known as it is.
 */
final class Cells {

  private final SchoolFile file;
  private final SchoolFile.Row row;
  private final List<String> problems = new ArrayList<>();

  Cells(SchoolFile file, SchoolFile.Row row) {
    this.file = file;
    this.row = row;
  }

  void problem(String sentence) {
    problems.add(sentence);
  }

  boolean isSound() {
    return problems.isEmpty();
  }

  RejectedRow rejected() {
    return row.rejected(String.join(" ", problems));
  }

  String required(String column, int atMost) {
    String value = row.get(column);
    if (value.isEmpty()) {
      problem("Column %s is empty: it is needed.".formatted(column));
    }
    return fitting(column, value, atMost);
  }

  @Nullable String optional(String column, int atMost, @Nullable String known) {
    if (!file.has(column)) {
      return known;
    }
    String value = fitting(column, row.get(column), atMost);
    return value.isEmpty() ? null : value;
  }

  private String fitting(String column, String value, int atMost) {
    if (value.length() > atMost) {
      problem(
          "Column %s has %d characters: at most %d fit.".formatted(column, value.length(), atMost));
    }
    return value;
  }

  Optional<LocalDate> requiredDay(String column) {
    if (row.get(column).isEmpty()) {
      problem("Column %s is empty: a date is needed.".formatted(column));
      return Optional.empty();
    }
    return day(column);
  }

  @Nullable LocalDate optionalDay(String column, @Nullable LocalDate known) {
    if (!file.has(column)) {
      return known;
    }
    return row.get(column).isEmpty() ? null : day(column).orElse(null);
  }

  private Optional<LocalDate> day(String column) {
    Optional<LocalDate> day = SchoolDates.read(row.get(column));
    if (day.isEmpty()) {
      problem(
          "Column %s holds “%s”: a date like 03/11/2025 or 2025-11-03 is needed."
              .formatted(column, row.get(column)));
    }
    return day;
  }

  boolean yes(String column, boolean known) {
    if (!file.has(column)) {
      return known;
    }
    String value = row.get(column);
    switch (value.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "true", "t", "1" -> {
        return true;
      }
      case "no", "n", "false", "f", "0", "" -> {
        return false;
      }
      default -> {
        problem("Column %s holds “%s”: yes or no is needed.".formatted(column, value));
        return known;
      }
    }
  }
}

package uk.attendance.reply.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date in three fields, as it was typed. */
public record TypedDate(@Nullable String day, @Nullable String month, @Nullable String year) {

  static final TypedDate EMPTY = new TypedDate("", "", "");

  boolean isEmpty() {
    return text(day).isEmpty() && text(month).isEmpty() && text(year).isEmpty();
  }

  /** Empty for what is no date; a year in two figures is none. */
  Optional<LocalDate> date() {
    try {
      return text(year).length() == 4
          ? Optional.of(LocalDate.of(number(year), number(month), number(day)))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String typed) {
    return Integer.parseInt(text(typed));
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}

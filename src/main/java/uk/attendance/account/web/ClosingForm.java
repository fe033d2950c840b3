package uk.attendance.account.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The first day without access, as three fields. */
record ClosingForm(@Nullable String day, @Nullable String month, @Nullable String year) {

  static ClosingForm of(@Nullable LocalDate date) {
    return date == null
        ? new ClosingForm("", "", "")
        : new ClosingForm(
            String.valueOf(date.getDayOfMonth()),
            String.valueOf(date.getMonthValue()),
            String.valueOf(date.getYear()));
  }

  /** Nothing when the fields are no date of this century. */
  @Nullable LocalDate date() {
    try {
      LocalDate date = LocalDate.of(number(year), number(month), number(day));
      return date.getYear() / 100 == 20 ? date : null;
    } catch (DateTimeException | NumberFormatException noDate) {
      return null;
    }
  }

  private static int number(@Nullable String typed) {
    return Integer.parseInt(typed == null ? "" : typed.strip());
  }
}

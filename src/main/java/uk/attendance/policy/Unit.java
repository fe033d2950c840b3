package uk.attendance.policy;

import java.util.Arrays;
import java.util.Optional;

/** What a number of a pack counts. */
public enum Unit {
  MINUTES("minute", true),
  HOURS("hour", true),
  SCHOOL_DAYS("school day", true),
  WORKING_DAYS("working day", true),
  CALENDAR_DAYS("calendar day", true),
  SCHOOL_WEEKS("school week", true),
  CALENDAR_WEEKS("calendar week", true),
  CALENDAR_MONTHS("calendar month", true),
  HALF_TERMS("half term", true),
  TERMS("term", true),
  YEARS("year", true),
  SESSIONS("session", false),
  MARKS("mark", false),
  PUPILS("pupil", false),
  FAMILIES("family", false) {
    @Override
    String words(int amount) {
      return amount == 1 ? "1 family" : amount + " families";
    }
  },
  CONTACTS("contact", false),
  NOTICES("notice", false),
  LETTERS("letter", false),
  MESSAGES("message", false),
  INVITATIONS("invitation", false),
  ATTEMPTS("attempt", false),
  DECIMALS("decimal", false),
  TRAINING_DAYS("training day", false),
  MONTH_OF_YEAR("month of the year", false) {
    @Override
    String words(int amount) {
      return "month " + amount;
    }
  },
  /** Not how long but which: the day's register close, the first day of the absence included. */
  SCHOOL_DAY_OF_ABSENCE("school day of the absence", false) {
    @Override
    String words(int amount) {
      return "school day " + amount + " of the absence";
    }
  };

  private final String one;
  private final boolean time;

  Unit(String one, boolean time) {
    this.one = one;
    this.time = time;
  }

  /** Whether one can wait for it. */
  public boolean isTime() {
    return time;
  }

  /** As a pack writes it, such as {@code school-days}. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  String words(int amount) {
    return amount + " " + one + (amount == 1 ? "" : "s");
  }

  static Optional<Unit> of(String key) {
    return Arrays.stream(values()).filter(unit -> unit.key().equals(key)).findFirst();
  }
}

package uk.attendance.pupil;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** N, R, or 1 to 13. */
public record YearGroup(String key) {

  private static final Pattern NUMBERED = Pattern.compile("(?:YEAR|YR|Y)?\\s*0?([1-9]|1[0-3])");

  public YearGroup {
    if (!key.matches("N|R|[1-9]|1[0-3]")) {
      throw new IllegalArgumentException("year group '" + key + "': needs N, R or 1 to 13");
    }
  }

  /** As files write it: "5", "05", "Year 5", "Y5", "Reception", "Nursery". */
  static Optional<YearGroup> read(String text) {
    String year = text.toUpperCase(Locale.ROOT);
    if (year.matches("R|YR|RECEPTION|YEAR R|0")) {
      return Optional.of(new YearGroup("R"));
    }
    if (year.matches("N|N1|N2|NURSERY|YEAR N")) {
      return Optional.of(new YearGroup("N"));
    }
    Matcher numbered = NUMBERED.matcher(year);
    return numbered.matches() ? Optional.of(new YearGroup(numbered.group(1))) : Optional.empty();
  }

  public String words() {
    return switch (key) {
      case "N" -> "Nursery";
      case "R" -> "Reception";
      default -> "Year " + key;
    };
  }
}

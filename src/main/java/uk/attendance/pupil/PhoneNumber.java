package uk.attendance.pupil;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number as the school keeps it ("07700 900 141 (work)"). What was given is shown; what
 * is dialled or texted is made of it.
 */
public record PhoneNumber(String given) {

  private static final Pattern REMARK = Pattern.compile("[A-Za-z].*$");
  private static final Pattern NOT_DIALLED = Pattern.compile("[^0-9+]");
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public PhoneNumber {
    if (!isNumber(given)) {
      throw new IllegalArgumentException(
          "a telephone number needs 3 to 15 digits in a row of signs");
    }
  }

  static boolean isNumber(String text) {
    return text.length() <= 30 && international(text).matches("\\+?[0-9]{3,15}");
  }

  /** For a {@code tel:} link: digits only, in the international form where that is certain. */
  public String dialled() {
    return international(given);
  }

  /** The number a text goes to, as {@code +447700900141}; empty for landlines and short numbers. */
  public Optional<String> forTexting() {
    String number = dialled();
    boolean british = number.startsWith("+44");
    boolean mobile = british ? number.matches("\\+447[0-9]{9}") : true;
    return INTERNATIONAL.matcher(number).matches() && mobile
        ? Optional.of(number)
        : Optional.empty();
  }

  private static String international(String text) {
    String digits =
        NOT_DIALLED
            .matcher(REMARK.matcher(text.replace("(0)", "").strip()).replaceFirst(""))
            .replaceAll("");
    if (digits.startsWith("00")) {
      return "+" + digits.substring(2);
    }
    if (digits.matches("0[0-9]{9,10}")) {
      return "+44" + digits.substring(1);
    }
    return digits.matches("44[0-9]{9,10}") ? "+" + digits : digits;
  }
}

package uk.attendance.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a letter that was printed is not posted with its run. */
public enum LeftOut {
  MISPRINTED("It was not printed properly."),
  ADDRESS("The address is wrong."),
  ENCLOSURE("Something that goes with it is missing."),
  LATER("It goes later.");

  private final String sentence;

  LeftOut(String sentence) {
    this.sentence = sentence;
  }

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String sentence() {
    return sentence;
  }

  public static Optional<LeftOut> of(String key) {
    return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
  }
}

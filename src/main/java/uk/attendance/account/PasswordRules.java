package uk.attendance.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be: long, not one that everybody tries first, not one's own email. No forced
 * mixture and no forced change: both make passwords worse.
 */
public final class PasswordRules {

  public static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** Shorter parts of an email (jo@) may well occur by chance. */
  private static final int TELLING_PART = 4;

  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /** What is wrong with the password, as a sentence; empty when it will do. */
  public static Optional<String> problem(String password, String email) {
    String typed = prepared(password);
    int length = typed.codePointCount(0, typed.length());
    if (length < SHORTEST) {
      return Optional.of(
          "The password needs at least %d characters. Three or four words you can picture work well"
              .formatted(SHORTEST));
    }
    if (length > LONGEST) {
      return Optional.of("The password can have at most %d characters".formatted(LONGEST));
    }
    String lower = typed.toLowerCase(Locale.ROOT);
    if (holds(lower, Accounts.normal(email))) {
      return Optional.of("The password must not contain your email address");
    }
    if (isCommon(lower)) {
      return Optional.of("That is one of the first passwords somebody would try. Choose another");
    }
    return Optional.empty();
  }

  /** The same password from every keyboard: one form for what looks alike. */
  static String prepared(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static boolean holds(String password, String email) {
    String local = email.split("@", 2)[0];
    return local.length() >= TELLING_PART && password.contains(local);
  }

  /** Also when only decorated: "Password2025!" is "password", so is "passwordpassword". */
  private static boolean isCommon(String password) {
    if (COMMON.contains(password)) {
      return true;
    }
    String letters = password.replaceAll("[^\\p{L}]", "");
    return oneCharacterOver(password)
        || COMMON.contains(letters)
        || COMMON.stream().anyMatch(word -> repeats(letters, word));
  }

  private static boolean oneCharacterOver(String password) {
    return password.chars().distinct().count() <= 2;
  }

  private static boolean repeats(String letters, String word) {
    return !letters.isEmpty()
        && letters.length() % word.length() == 0
        && letters.equals(word.repeat(letters.length() / word.length()));
  }

  private static Set<String> common() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    PasswordRules.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("reading common-passwords.txt", e);
    }
  }
}

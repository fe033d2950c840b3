package uk.attendance.letter;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which envelopes are filled: by postcode, then by address, so that the letters of one
 * household lie together; an address without a postcode comes last.
 */
final class EnvelopeOrder {

  private static final Pattern POSTCODE =
      Pattern.compile("([A-Z]{1,2}[0-9][0-9A-Z]?)\\s*([0-9][A-Z]{2})");
  private static final String LAST = "~";

  static final Comparator<Message> BY_ADDRESS =
      Comparator.comparing((Message letter) -> postcode(address(letter)))
          .thenComparing(letter -> household(address(letter)))
          .thenComparing(Message::recipient)
          .thenComparing(letter -> letter.id().value());

  private EnvelopeOrder() {}

  /** The address without what differs only in writing. */
  static String household(String address) {
    return address.toLowerCase(Locale.UK).replaceAll("[\\s,.]+", " ").strip();
  }

  private static String postcode(String address) {
    String lastLine = address.strip().substring(address.strip().lastIndexOf('\n') + 1);
    Matcher postcode = POSTCODE.matcher(lastLine.strip().toUpperCase(Locale.UK));
    return postcode.matches() ? postcode.group(1) + " " + postcode.group(2) : LAST;
  }

  private static String address(Message letter) {
    return Objects.requireNonNullElse(letter.address(), "");
  }
}

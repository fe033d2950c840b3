package uk.attendance.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256: stored where the words themselves must not be, and tells whether anything changed. What
 * it gives is in the database; another way to take it would fit none of that.
 */
public final class Digest {

  private Digest() {}

  /** In hex, of the words as UTF-8. */
  public static String of(String words) {
    return HexFormat.of().formatHex(bytes(words));
  }

  /** In hex. */
  public static String of(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** The 32 bytes themselves, of the words as UTF-8. */
  public static byte[] bytes(String words) {
    return sha256().digest(words.getBytes(StandardCharsets.UTF_8));
  }

  /** One to be fed, for what is not held in memory whole. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Compared in a time that says nothing of how much of it is right. */
  public static boolean same(String given, String right) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}

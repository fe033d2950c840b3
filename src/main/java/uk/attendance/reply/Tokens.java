package uk.attendance.reply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Message;
import uk.attendance.secret.Secrets;

/**
 * What stands at the end of a link: 128 bits drawn from the message and the installation's key, so
 * that nothing that opens one is ever stored. The Message-ID beside the number keeps a token of
 * before a restored backup from fitting another message.
 */
@Component
class Tokens {

  /** Half of the signature: 22 letters, short enough for a text. */
  private static final int BYTES = 16;

  private final Secrets secrets;

  Tokens(Secrets secrets) {
    this.secrets = secrets;
  }

  String of(Message message) {
    byte[] signed = secrets.sign("reply-link", message.id() + " " + message.mailId());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signed, BYTES));
  }

  /** SHA-256 in hex. */
  static String digest(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

package uk.attendance.secret;

import java.util.Arrays;
import java.util.Base64;

/**
 * What stands at the end of links of one kind: drawn from what the link opens and the
 * installation's key, so that the same comes out whenever it is asked and nothing that opens one is
 * ever stored. Its {@link Digest} finds the link.
 */
public final class Tokens {

  private static final int FEWEST_BYTES = 16;
  private static final int SIGNATURE_BYTES = 32;

  private final Secrets secrets;
  private final String purpose;
  private final int bytes;

  /**
   * @param purpose keeps a token of one kind from opening a link of another
   * @param bytes how much of the signature stands in it, 16 to 32
   */
  public Tokens(Secrets secrets, String purpose, int bytes) {
    if (bytes < FEWEST_BYTES || bytes > SIGNATURE_BYTES) {
      throw new IllegalArgumentException(
          "tokens for %s of %d bytes: needs %d to %d"
              .formatted(purpose, bytes, FEWEST_BYTES, SIGNATURE_BYTES));
    }
    this.secrets = secrets;
    this.purpose = purpose;
    this.bytes = bytes;
  }

  /**
   * In letters that an address takes as they are.
   *
   * @param id of what it opens
   */
  public String of(String id) {
    byte[] signed = secrets.sign(purpose, id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(signed, bytes));
  }
}

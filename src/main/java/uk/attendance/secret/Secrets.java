package uk.attendance.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Encrypts and signs with keys drawn from the installation's one. Who changes it makes what was
 * encrypted unreadable and what was signed worthless.
 */
@Component
public class Secrets {

  static final int KEY_BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final String HMAC = "HmacSHA256";

  private final Supplier<byte[]> key;

  @Autowired
  Secrets(
      SecretSettings settings, @Value("${attendance.data:data}") Path data, Environment program) {
    String given = settings.key();
    if (given != null && !given.isBlank()) {
      byte[] bytes = bytes(given);
      this.key = () -> bytes;
    } else if (program.acceptsProfiles(Profiles.of("production"))) {
      throw new NoKey("it is not set");
    } else {
      // made when first needed: most tests and tools never do
      this.key = SingletonSupplier.of(() -> bytes(KeyFile.readOrMake(data)));
    }
  }

  /** With a key of its own, for tests. */
  public Secrets(byte[] key) {
    byte[] own = key.clone();
    this.key = () -> own;
  }

  /** AES-GCM; the same words give another text each time. */
  public String encrypt(String words) {
    return Base64.getEncoder()
        .encodeToString(encryptor().encrypt(words.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @throws IllegalStateException when it was encrypted with another key, or changed since
   */
  public String decrypt(String encrypted) {
    return new String(
        encryptor().decrypt(Base64.getDecoder().decode(encrypted)), StandardCharsets.UTF_8);
  }

  /**
   * HMAC-SHA256, 32 bytes.
   *
   * @param purpose keeps a signature made for one thing from counting for another
   */
  public byte[] sign(String purpose, String value) {
    return hmac(hmac(key.get(), "sign"), purpose + "\n" + value);
  }

  private AesBytesEncryptor encryptor() {
    return new AesBytesEncryptor(
        new SecretKeySpec(hmac(key.get(), "encrypt"), "AES"),
        KeyGenerators.secureRandom(IV_BYTES),
        CipherAlgorithm.GCM);
  }

  private static byte[] bytes(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.strip());
      if (bytes.length != KEY_BYTES) {
        throw new NoKey("it has %d bytes".formatted(bytes.length));
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new NoKey("it is not Base64");
    }
  }

  private static byte[] hmac(byte[] key, String value) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}

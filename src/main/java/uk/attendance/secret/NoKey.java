package uk.attendance.secret;

/** The installation's key is missing, or is none. */
public final class NoKey extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoKey(String found) {
    super(
        "reading attendance.secrets.key: %s; it must be 32 random bytes in Base64 (openssl rand -base64 32), the same on every node"
            .formatted(found));
  }
}

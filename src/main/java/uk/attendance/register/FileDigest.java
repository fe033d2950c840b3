package uk.attendance.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import uk.attendance.file.SchoolFile;
import uk.attendance.secret.Digest;

/** What tells one file from another: its bytes, not its name. */
public record FileDigest(String sha256, long size) {

  /**
   * @throws UncheckedIOException when it cannot be read
   */
  public static FileDigest of(SchoolFile.Source file) {
    MessageDigest digest = Digest.sha256();
    try (InputStream in = new DigestInputStream(file.open(), digest)) {
      long size = in.transferTo(OutputStream.nullOutputStream());
      return new FileDigest(HexFormat.of().formatHex(digest.digest()), size);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read a register file", e);
    }
  }
}

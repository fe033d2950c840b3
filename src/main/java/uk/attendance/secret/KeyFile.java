package uk.attendance.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of an installation that was given none: made once, for its owner's eyes only. */
final class KeyFile {

  private static final String NAME = "secrets.key";

  private KeyFile() {}

  static String readOrMake(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("reading the key file " + file, e);
    }
  }

  /** Written whole under another name first: a file that is there is complete. */
  private static void make(Path folder, Path file) throws IOException {
    byte[] key = new byte[Secrets.KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Files.createDirectories(folder);
    Path writing = Files.createTempFile(folder, NAME, ".new");
    try {
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(writing, PosixFilePermissions.fromString("rw-------"));
      }
      Files.writeString(writing, Base64.getEncoder().encodeToString(key), StandardOpenOption.DSYNC);
      Files.createLink(file, writing);
    } catch (FileAlreadyExistsException another) {
      // made at the same time; that one counts
    } finally {
      Files.deleteIfExists(writing);
    }
  }
}

package uk.attendance.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a file system says, in words. */
final class Faults {

  private Faults() {}

  static String words(IOException fault) {
    if (fault instanceof AccessDeniedException) {
      return "the program has no right to it.";
    }
    if (fault instanceof NoSuchFileException) {
      return "it is not there.";
    }
    if (fault instanceof NotDirectoryException) {
      return "it is no folder of its own, and links are not followed.";
    }
    if (fault instanceof FileAlreadyExistsException) {
      return "something of that name lies there.";
    }
    if (fault instanceof AtomicMoveNotSupportedException) {
      return "its folders lie on different disks; they must be on one.";
    }
    String reason =
        fault instanceof FileSystemException system ? system.getReason() : fault.getMessage();
    return reason == null ? "the disk failed." : "the disk says “%s”.".formatted(reason);
  }
}

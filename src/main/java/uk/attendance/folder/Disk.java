package uk.attendance.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The folders as they lie on a disk or a network share. Links are never followed below the root.
 */
@Component
class Disk {

  /** The root itself may be a link: whoever runs the program chose it. */
  void prepare(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      Files.createDirectories(root);
    }
  }

  /** Makes what is missing of a school's folder. */
  void prepare(SchoolFolder folder) throws IOException {
    for (Path each : folder.all()) {
      if (Files.isSymbolicLink(each)) {
        throw new NotDirectoryException(each + " is a link");
      }
      Files.createDirectories(each);
    }
  }

  /** What lies in a folder now, its own folders and links among it. */
  List<FoundFile> list(Path folder) throws IOException {
    List<FoundFile> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        try {
          found.add(look(entry));
        } catch (NoSuchFileException gone) {
          // somebody was quicker
        }
      }
    } catch (java.nio.file.DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  FoundFile look(Path file) throws IOException {
    BasicFileAttributes is =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    FoundFile.What what =
        is.isRegularFile()
            ? FoundFile.What.FILE
            : is.isSymbolicLink()
                ? FoundFile.What.LINK
                : is.isDirectory() ? FoundFile.What.FOLDER : FoundFile.What.OTHER;
    return new FoundFile(
        file.getFileName().toString(), what, is.size(), is.lastModifiedTime().toInstant());
  }

  boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** All at once or not at all; of two nodes one finds nothing to move. */
  void take(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Never over something that lies there. */
  void put(Path from, Path to) throws IOException {
    if (isThere(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    Files.move(from, to);
  }

  void write(Path file, String text) throws IOException {
    Files.writeString(
        file,
        text,
        StandardCharsets.UTF_8,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  InputStream open(Path file) throws IOException {
    return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
  }
}

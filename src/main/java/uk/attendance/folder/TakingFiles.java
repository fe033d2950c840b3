package uk.attendance.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import uk.attendance.folder.FoundFile.What;

/**
 * Takes complete files out of a folder: a row first, then a move that happens wholly or not at all.
 * What is left lying says why.
 */
@Component
class TakingFiles {

  private final Disk disk;
  private final FolderFiles files;

  TakingFiles(Disk disk, FolderFiles files) {
    this.disk = disk;
    this.files = files;
  }

  void take(SchoolFolder folder, List<FoundFile> found, Sightings seen, List<String> troubles) {
    for (FoundFile file : found) {
      if (file.what() == What.FILE
          && !file.isUnderWay()
          && file.size() > 0
          && seen.isSteady(file)) {
        take(folder, file, troubles);
      } else if (file.what() == What.LINK) {
        troubles.add(
            "%s is a link, and links are not followed; put the file itself into the folder."
                .formatted(file.name()));
      } else if (seen.liesTooLong(file)) {
        troubles.add(file.name() + " " + whyItStillLies(file));
      }
    }
  }

  private void take(SchoolFolder folder, FoundFile file, List<String> troubles) {
    String takenName = UUID.randomUUID().toString();
    Path from = folder.in().resolve(file.name());
    Path to = folder.taken().resolve(takenName);
    long id = files.add(folder.school(), file, takenName);
    try {
      disk.take(from, to);
      if (!disk.look(to).isSameAs(file)) {
        disk.put(to, from); // it was written to at the last moment; the next looks will see
        files.forget(id);
      }
    } catch (NoSuchFileException gone) {
      files.forget(id);
    } catch (FileAlreadyExistsException another) {
      // a newer file of its name came in the same moment; this one is complete as it is
    } catch (IOException e) {
      if (disk.isThere(from)) {
        files.forget(id);
      }
      troubles.add("%s cannot be taken: %s".formatted(file.name(), Faults.words(e)));
    }
  }

  private static String whyItStillLies(FoundFile file) {
    if (file.what() == What.FOLDER) {
      return "is a folder; only files are brought in.";
    }
    if (file.isUnderWay()) {
      return "has lain there for a while and says by its name that it is not complete; the export may have broken off.";
    }
    return file.size() == 0
        ? "has lain there for a while and is empty."
        : "has lain there for a while and cannot be taken, or is still being written.";
  }

  static String tooLarge(DataSize most) {
    return "It is larger than %d MB; nothing of it was brought in.".formatted(most.toMegabytes());
  }
}

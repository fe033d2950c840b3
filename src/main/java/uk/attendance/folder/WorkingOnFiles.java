package uk.attendance.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;

/**
 * Brings taken files in and lays them aside: pupils before their contacts, both before marks, and
 * of one kind the older export first. What a node left behind that died goes the same way.
 */
@Component
class WorkingOnFiles {

  private static final Logger log = LoggerFactory.getLogger(WorkingOnFiles.class);
  private static final int MOST_ATTEMPTS = 5;

  private final Disk disk;
  private final FolderFiles files;
  private final BringingInTakenFiles bringing;
  private final EndingFiles ending;
  private final DataSize largest;

  WorkingOnFiles(
      Disk disk,
      FolderFiles files,
      BringingInTakenFiles bringing,
      EndingFiles ending,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize largest) {
    this.disk = disk;
    this.files = files;
    this.bringing = bringing;
    this.ending = ending;
    this.largest = largest;
  }

  private record Work(FolderFile file, int order) {}

  /**
   * @param mine whether this node still looks after the folder
   */
  void work(SchoolFolder folder, BooleanSupplier mine, List<String> troubles) {
    List<Work> all =
        files.underWay(folder.school()).stream()
            .filter(file -> isThere(file, folder))
            .map(file -> new Work(file, order(file, folder)))
            .sorted(
                Comparator.comparingInt(Work::order)
                    .thenComparing(work -> work.file().modifiedAt())
                    .thenComparingLong(work -> work.file().id()))
            .toList();
    for (Work work : all) {
      if (!mine.getAsBoolean()) {
        return;
      }
      work(work.file(), folder, troubles);
    }
    strangers(folder, troubles);
  }

  /** What lies among the taken files and nobody took, after an older database was put back. */
  private void strangers(SchoolFolder folder, List<String> troubles) {
    try {
      List<FoundFile> lying = disk.list(folder.taken());
      Set<String> known =
          files.underWay(folder.school()).stream()
              .map(FolderFile::takenName)
              .collect(Collectors.toSet());
      for (FoundFile file : lying) {
        if (!file.isHidden() && !known.contains(file.name().replace(EndingFiles.REPORT, ""))) {
          troubles.add(
              "taken/%s lies there and the program knows nothing of it; put it back into the folder “in”."
                  .formatted(file.name()));
        }
      }
    } catch (IOException e) {
      troubles.add("The folder %s cannot be read: %s".formatted(folder.taken(), Faults.words(e)));
    }
  }

  private void work(FolderFile file, SchoolFolder folder, List<String> troubles) {
    try {
      if (file.outcome() == null) {
        decide(file, folder);
      }
      FolderFile now =
          files.underWay(folder.school()).stream()
              .filter(one -> one.id() == file.id())
              .findFirst()
              .orElse(null);
      if (now != null && now.outcome() != null) {
        ending.end(now, folder);
      }
    } catch (IOException | UncheckedIOException e) {
      IOException fault =
          e instanceof UncheckedIOException wrapped ? wrapped.getCause() : (IOException) e;
      troubles.add(
          "%s was taken and cannot be brought further: %s It is tried again."
              .formatted(file.name(), Faults.words(fault)));
    } catch (RuntimeException e) {
      log.error("file {} of a watched folder could not be brought further", file.id(), e);
      troubles.add(
          "%s was taken and cannot be brought further; the program's log says why, under file %d. It is tried again."
              .formatted(file.name(), file.id()));
    }
  }

  private void decide(FolderFile file, SchoolFolder folder) {
    if (!files.begin(file)) {
      return;
    }
    if (file.size() > largest.toBytes()) {
      files.decided(file.id(), Outcome.FAILED, TakingFiles.tooLarge(largest));
      return;
    }
    if (file.attempts() >= MOST_ATTEMPTS && file.registerFile() == null) {
      files.decided(
          file.id(),
          Outcome.FAILED,
          "The program failed %d times to bring it in. Its log says why, under file %d."
              .formatted(MOST_ATTEMPTS, file.id()));
      return;
    }
    SchoolFile.Source source = () -> open(file, folder);
    try {
      Kind kind = bringing.kind(file, source);
      BringingInTakenFiles.Ended ended = bringing.bringIn(file, kind, source);
      if (ended.outcome() != null) {
        files.decided(file.id(), ended.outcome(), withoutColumns(ended.sentence()));
      }
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof AccessDeniedException)) {
        throw e;
      }
      files.decided(file.id(), Outcome.FAILED, "The program has no right to read it.");
    } catch (UnreadableFile e) {
      files.decided(file.id(), Outcome.FAILED, withoutColumns(String.valueOf(e.getMessage())));
    }
  }

  /** A file without a head line has a pupil's row in its place. */
  private static String withoutColumns(String sentence) {
    return sentence.replaceAll("(?s) Its columns are: .*", "");
  }

  private InputStream open(FolderFile file, SchoolFolder folder) throws IOException {
    return disk.open(taken(file, folder));
  }

  /** A node that died before it moved a file left a row and no file: the file is taken anew. */
  private boolean isThere(FolderFile file, SchoolFolder folder) {
    if (file.outcome() == null
        && file.registerFile() == null
        && file.peopleFile() == null
        && !disk.isThere(taken(file, folder))) {
      files.forget(file.id());
      return false;
    }
    return true;
  }

  private int order(FolderFile file, SchoolFolder folder) {
    try {
      return bringing.kind(file, () -> open(file, folder)).ordinal();
    } catch (UnreadableFile | UncheckedIOException e) {
      return Kind.values().length; // it says why when its turn comes
    }
  }

  private static Path taken(FolderFile file, SchoolFolder folder) {
    return folder.taken().resolve(file.takenName());
  }
}

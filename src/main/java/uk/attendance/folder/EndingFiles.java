package uk.attendance.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Moves a file to done or failed with its report beside it. Each step can be made again after the
 * program ended in the middle: first the name is reserved, then the report written among the taken
 * files, then both are moved, and nothing is ever overwritten.
 */
@Component
class EndingFiles {

  static final String REPORT = ".report.txt";

  private static final int MOST_BYTES = 200;

  private final Disk disk;
  private final FolderFiles files;
  private final ReportOnFile report;

  EndingFiles(Disk disk, FolderFiles files, ReportOnFile report) {
    this.disk = disk;
    this.files = files;
    this.report = report;
  }

  void end(FolderFile file, SchoolFolder folder) throws IOException {
    Path to = folder.ended(Objects.requireNonNull(file.outcome()));
    Path taken = folder.taken().resolve(file.takenName());
    Path written = folder.taken().resolve(file.takenName() + REPORT);
    String name = file.endedName() == null ? freeName(file, to) : file.endedName();
    if (!disk.isThere(to.resolve(name + REPORT))) {
      disk.write(written, report.of(file));
      if (disk.isThere(taken)) {
        disk.put(taken, to.resolve(name));
      }
      disk.put(written, to.resolve(name + REPORT));
    }
    files.ended(file.id());
  }

  private String freeName(FolderFile file, Path to) {
    for (int n = 1; ; n++) {
      String name = numbered(file.name(), n);
      if (!disk.isThere(to.resolve(name)) && !disk.isThere(to.resolve(name + REPORT))) {
        Optional<String> reserved = files.reserve(file.id(), name);
        if (reserved.isPresent()) {
          return reserved.get();
        }
      }
    }
  }

  /**
   * "attendance.csv", then "attendance (2).csv"; shortened where the report's name would not fit.
   */
  static String numbered(String name, int n) {
    int dot = name.lastIndexOf('.');
    boolean hasEnding = dot > 0 && name.length() - dot <= 10;
    String stem = hasEnding ? name.substring(0, dot) : name;
    String ending = hasEnding ? name.substring(dot) : "";
    while (stem.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      stem = stem.substring(0, stem.length() - 1);
    }
    return n == 1 ? stem + ending : "%s (%d)%s".formatted(stem, n, ending);
  }
}

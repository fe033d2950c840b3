package uk.attendance.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import uk.attendance.file.UnreadableFile;

/**
 * Files that were exported later but came earlier. One that agreed with a mark left no trace in it,
 * so it is read again, and whatever it speaks about is no longer for the older file to say. Rare:
 * files come in the order in which they were made.
 */
@Component
class NewerFiles {

  private static final Logger log = LoggerFactory.getLogger(NewerFiles.class);
  private static final int BATCH = 2000;

  private final RegisterImports imports;
  private final StoredFiles files;
  private final StagedMarks staged;

  NewerFiles(RegisterImports imports, StoredFiles files, StagedMarks staged) {
    this.imports = imports;
    this.files = files;
    this.staged = staged;
  }

  /** Marks what is out of date in a staged file. */
  void giveWayTo(RegisterImport file) {
    Instant oldest = file.oldestMarkAt();
    if (oldest == null || files.newerThan(oldest, file).isEmpty()) {
      return;
    }
    Optional<Instant> oldestToWrite = staged.oldestToWrite(file.id());
    if (oldestToWrite.isPresent()) {
      files.newerThan(oldestToWrite.get(), file).forEach(newer -> giveWayTo(newer, file));
    }
  }

  private void giveWayTo(ImportId newer, RegisterImport file) {
    List<Statement> batch = new ArrayList<>(BATCH);
    try {
      files.statements(
          imports.get(newer),
          said -> {
            batch.add(said);
            if (batch.size() == BATCH) {
              staged.supersede(file.id(), batch);
              batch.clear();
            }
          });
    } catch (UnreadableFile e) {
      // it went into the register once, but the school's columns have been renamed since
      log.warn("register file {} can no longer be read beside file {}", newer, file.id(), e);
    }
    if (!batch.isEmpty()) {
      staged.supersede(file.id(), batch);
    }
  }
}

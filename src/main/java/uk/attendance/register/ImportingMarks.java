package uk.attendance.register;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;
import uk.attendance.school.SchoolId;

/**
 * Brings register files into the register. Each step is one transaction, and what is known stands
 * in the database alone: a node may die anywhere, and another goes on from the last step that was
 * ended (docs/decisions/0040).
 */
@Component
public class ImportingMarks {

  private static final Logger log = LoggerFactory.getLogger(ImportingMarks.class);
  private static final int MOST_ATTEMPTS = 5;

  private final RegisterImports imports;
  private final ImportLeases leases;
  private final FileParts parts;
  private final ImportSteps steps;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final TransactionTemplate apart;
  private final String node = UUID.randomUUID().toString();

  ImportingMarks(
      RegisterImports imports,
      ImportLeases leases,
      FileParts parts,
      ImportSteps steps,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.imports = imports;
    this.leases = leases;
    this.parts = parts;
    this.steps = steps;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Receives a file and takes it as far as it goes without a person: into the register, or to a
   * stop.
   *
   * @param exportedAt when the school's system wrote it
   * @param evenSo the brakes are answered yes beforehand
   * @return where it stands now: applied, stopped or refused
   */
  public RegisterImport bringIn(
      SchoolId school,
      String fileName,
      SchoolFile.Source file,
      Instant exportedAt,
      Author by,
      boolean evenSo) {
    ImportId id = add(school, fileName, file, exportedAt, by, true, evenSo);
    work(id);
    return imports.get(id);
  }

  /**
   * Keeps a file that a person brought; {@link #carryOn} reads it, and it waits for their yes.
   *
   * @throws UnreadableFile when the time lies in the future
   */
  public ImportId receive(
      SchoolId school, String fileName, SchoolFile.Source file, Instant exportedAt, Author by) {
    return add(school, fileName, file, exportedAt, by, false, false);
  }

  private ImportId add(
      SchoolId school,
      String fileName,
      SchoolFile.Source file,
      Instant exportedAt,
      Author by,
      boolean unattended,
      boolean evenSo) {
    Instant now = clock.instant();
    if (exportedAt.isAfter(now)) {
      throw new UnreadableFile(
          "The file is said to have been exported later than now; say when it was.");
    }
    FileDigest digest = FileDigest.of(file);
    // the same file again is the same extract, whenever it is brought
    Instant exported =
        imports
            .firstApplied(school, digest.sha256())
            .map(RegisterImport::exportedAt)
            .orElse(exportedAt);
    ImportId id =
        transaction.execute(
            status -> {
              ImportId added =
                  imports.add(school, fileName, digest, exported, now, by, unattended, evenSo);
              parts.store(added, file);
              if (unattended) {
                // before anybody else sees it: whoever brings it in waits for the answer
                leases.claim(added, node);
              }
              return added;
            });
    if (id == null) {
      throw new IllegalStateException("Could not keep a register file of school " + school);
    }
    return id;
  }

  /**
   * Does whatever is to be done without a person, if no other node is at it.
   *
   * @return whether this node did it
   */
  public boolean carryOn(ImportId id) {
    boolean mine = leases.claim(id, node);
    if (mine) {
      work(id);
    }
    return mine;
  }

  private void work(ImportId id) {
    if (imports.get(id).attempts() > MOST_ATTEMPTS) {
      give(
          id,
          "The program failed %d times to bring this file in. The log says why, under file %s."
              .formatted(MOST_ATTEMPTS, id));
      return;
    }
    try {
      read(id);
      apply(id);
    } catch (UnreadableFile e) {
      give(id, e.getMessage());
    }
    leases.release(id, node);
  }

  private void read(ImportId id) {
    try {
      transaction.executeWithoutResult(
          status ->
              steps.stage(
                  id,
                  rows ->
                      apart.executeWithoutResult(progress -> leases.stillAtWork(id, node, rows))));
    } catch (MissingColumns e) {
      imports.keepColumns(id, e.found());
      throw e;
    }
  }

  private void apply(ImportId id) {
    transaction.executeWithoutResult(status -> steps.apply(id));
  }

  private void give(ImportId id, @Nullable String sentence) {
    transaction.executeWithoutResult(
        status -> {
          imports.move(id, ImportState.REFUSED, sentence);
          leases.release(id, node);
        });
    log.info("register file {} was refused", id);
  }

  /**
   * A person's yes. What follows is done by {@link #carryOn}.
   *
   * @param evenSo says yes to a stop as well
   * @return false when the file does not wait for a yes, or waits for one to a stop
   */
  public boolean confirm(ImportId id, Author by, boolean evenSo) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (imports.get(id).state() == ImportState.STOPPED && !evenSo
                  || !imports.move(id, ImportState.CONFIRMED, null)) {
                return false;
              }
              imports.confirm(id, by, evenSo);
              return true;
            }));
  }

  /** Puts a file aside; false when it no longer waits. */
  public boolean discard(ImportId id) {
    return Boolean.TRUE.equals(transaction.execute(status -> steps.discard(id)));
  }

  /** Has a file read anew, after columns, codes, pupils or terms were entered. */
  public boolean readAgain(ImportId id) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              leases.forgetAttempts(id);
              return imports.move(id, ImportState.RECEIVED, null);
            }));
  }
}

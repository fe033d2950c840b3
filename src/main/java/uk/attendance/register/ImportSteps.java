package uk.attendance.register;

import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import uk.attendance.register.StagedOutcomes.Summary;

/** The steps of an import, each within a transaction of the caller. */
@Component
class ImportSteps {

  private final RegisterImports imports;
  private final StagingMarks staging;
  private final NewerFiles newer;
  private final StagedOutcomes outcomes;
  private final ApplyingMarks applying;
  private final SchoolLock lock;
  private final PlannerAdvice planner;

  ImportSteps(
      RegisterImports imports,
      StagingMarks staging,
      NewerFiles newer,
      StagedOutcomes outcomes,
      ApplyingMarks applying,
      SchoolLock lock,
      PlannerAdvice planner) {
    this.imports = imports;
    this.staging = staging;
    this.newer = newer;
    this.outcomes = outcomes;
    this.applying = applying;
    this.lock = lock;
    this.planner = planner;
  }

  /** From received to staged or stopped, or on to confirmed where no person is asked. */
  void stage(ImportId id, IntConsumer progress) {
    RegisterImport file = imports.get(id);
    if (file.state() != ImportState.RECEIVED) {
      return;
    }
    StagedFile read = staging.stage(file, progress);
    imports.staged(id, read);
    imports.count(
        id,
        ImportCounts.NONE.asRead(read.rows(), read.marks(), read.rejected(), read.repeated()),
        BrakeFigures.NONE);
    if (file.unattended()) {
      imports.move(id, ImportState.STAGED, null);
      imports.move(id, ImportState.CONFIRMED, null);
    } else {
      RegisterImport staged = imports.get(id);
      Summary summary = weigh(staged);
      ImportState next = summary.stop().isPresent() ? ImportState.STOPPED : ImportState.STAGED;
      imports.move(id, next, summary.stop().orElse(null));
      if (summary.counts().changesNothing()) {
        // nobody will bring it in, and yet it shows what their system knows by now
        applying.compare(staged);
      }
    }
  }

  /** From confirmed to applied, or to a stop where the brakes were not answered. */
  void apply(ImportId id) {
    RegisterImport before = imports.get(id);
    if (before.state() != ImportState.CONFIRMED) {
      return;
    }
    lock.hold(before.school());
    RegisterImport file = imports.get(id);
    if (file.state() != ImportState.CONFIRMED) {
      return;
    }
    Summary summary = weigh(file);
    if (summary.stop().isPresent()) {
      imports.move(id, ImportState.STOPPED, summary.stop().get());
    } else {
      imports.applied(id, applying.apply(file, summary));
    }
  }

  boolean discard(ImportId id) {
    boolean moved = imports.move(id, ImportState.DISCARDED, null);
    if (moved) {
      staging.forget(id);
    }
    return moved;
  }

  private Summary weigh(RegisterImport file) {
    planner.mind(file);
    newer.giveWayTo(file);
    Summary summary = outcomes.summary(file);
    imports.count(file.id(), summary.counts(), summary.brakes());
    return summary;
  }
}

package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;
import uk.attendance.register.FileRow.Cell;
import uk.attendance.register.RejectedRows.Reject;
import uk.attendance.register.Roll.OnRoll;
import uk.attendance.register.StagedMarks.Twice;
import uk.attendance.school.SchoolCalendar;

/**
 * Reads a register file row by row and sorts its marks into good ones and rejects. What is held in
 * memory is bounded by the school's roll, not by the file.
 */
@Component
class StagingMarks {

  private static final int BATCH = 2000;

  private final StoredFiles files;
  private final MarkChecks checks;
  private final StagedMarks staged;
  private final RejectedRows rejects;
  private final Repeats repeats;

  StagingMarks(
      StoredFiles files,
      MarkChecks checks,
      StagedMarks staged,
      RejectedRows rejects,
      Repeats repeats) {
    this.files = files;
    this.checks = checks;
    this.staged = staged;
    this.rejects = rejects;
    this.repeats = repeats;
  }

  /**
   * Within a transaction, so that nothing half read remains.
   *
   * @param progress told the rows read so far, every few thousand
   * @throws UnreadableFile when the file as a whole cannot be read
   */
  StagedFile stage(RegisterImport file, IntConsumer progress) {
    staged.removeAll(file.id());
    rejects.removeAll(file.id());
    Reading reading = new Reading(file, checks.of(file), progress);
    try (StoredFile rows = files.open(file)) {
      for (SchoolFile.Row row : rows) {
        reading.read(rows.layout(), row);
      }
      reading.end();
      if (reading.rows == 0) {
        throw new UnreadableFile("The file has column names and no rows.");
      }
      return reading.result(rows.layout().name());
    }
  }

  /** Forgets what was staged of a file that is put aside. */
  void forget(ImportId id) {
    staged.removeAll(id);
  }

  /** One pass through one file. */
  private final class Reading {

    private final RegisterImport file;
    private final MarkCheck check;
    private final SessionsSeen seen;
    private final IntConsumer progress;
    private final Set<Twice> twice = new LinkedHashSet<>();
    private List<StagedMark> good = new ArrayList<>(BATCH);
    private List<Reject> bad = new ArrayList<>();
    private int rows;
    private int marks;
    private int rejected;
    private int repeated;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private @Nullable Instant oldest;

    private Reading(RegisterImport file, MarkCheck check, IntConsumer progress) {
      this.file = file;
      this.check = check;
      this.progress = progress;
      this.seen = new SessionsSeen(SchoolCalendar.dayOf(file.exportedAt()));
    }

    private void read(RegisterLayout layout, SchoolFile.Row fields) {
      FileRow row = layout.read(fields);
      rows++;
      marks += row.cells().size();
      MarkCheck.Head head = check.head(row, layout.isByWeek());
      OnRoll pupil = head.pupil();
      LocalDate day = head.day();
      if (pupil == null || day == null) {
        rejected += row.cells().size();
        bad.add(new Reject(row.line(), "", String.valueOf(head.rejected()), fields.text()));
      } else {
        for (Cell cell : row.cells()) {
          take(check.check(row.line(), cell, pupil, day), cell, row.line(), fields);
        }
      }
      if (good.size() >= BATCH || bad.size() >= BATCH) {
        flush();
      }
    }

    private void take(Checked checked, Cell cell, int line, SchoolFile.Row fields) {
      if (checked instanceof Checked.Rejected no) {
        rejected++;
        bad.add(new Reject(line, cell.name(), no.reason(), fields.text()));
      } else if (checked instanceof Checked.Taken yes) {
        StagedMark mark = yes.mark();
        good.add(mark);
        if (!seen.add(mark.pupil(), mark.day(), mark.session())) {
          twice.add(new Twice(mark.pupil(), mark.day(), mark.session()));
        }
        first = first == null || mark.day().isBefore(first) ? mark.day() : first;
        last = last == null || mark.day().isAfter(last) ? mark.day() : last;
        oldest = oldest == null || mark.markedAt().isBefore(oldest) ? mark.markedAt() : oldest;
      }
    }

    private void flush() {
      if (!good.isEmpty()) {
        staged.add(file.id(), good);
        good = new ArrayList<>(BATCH);
      }
      if (!bad.isEmpty()) {
        rejects.add(file.id(), bad);
        bad = new ArrayList<>();
      }
      progress.accept(rows);
    }

    private void end() {
      flush();
      Repeats.Settled settled = repeats.settle(file, twice);
      rejected += settled.rejected();
      repeated += settled.repeated();
    }

    private StagedFile result(String layout) {
      return new StagedFile(layout, rows, marks, rejected, repeated, first, last, oldest);
    }
  }
}

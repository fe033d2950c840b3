package uk.attendance.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.file.SchoolDates;
import uk.attendance.file.SchoolFile;
import uk.attendance.file.UnreadableFile;
import uk.attendance.register.FileRow.Cell;
import uk.attendance.register.RejectedRows.Reject;
import uk.attendance.register.Roll.OnRoll;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** The register files that are kept, to be read again. */
@Component
class StoredFiles {

  private final FileParts parts;
  private final Spellings spellings;
  private final RejectedRows rejects;
  private final JdbcClient jdbc;

  StoredFiles(FileParts parts, Spellings spellings, RejectedRows rejects, JdbcClient jdbc) {
    this.parts = parts;
    this.spellings = spellings;
    this.rejects = rejects;
    this.jdbc = jdbc;
  }

  /**
   * @throws UnreadableFile when the file is no text, empty, or its columns make no layout
   */
  StoredFile open(RegisterImport file) {
    SchoolFile rows = SchoolFile.open(parts.source(file.id()));
    try {
      return new StoredFile(rows, RegisterLayout.of(rows, spellings.of(file.school())));
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  /** Everything that the file says and that was not rejected when it was brought in. */
  void statements(RegisterImport file, Consumer<Statement> each) {
    SchoolId school = file.school();
    Roll roll = Roll.of(school, jdbc);
    Set<String> rejected = new HashSet<>();
    for (Reject reject : rejects.of(file.id(), Integer.MAX_VALUE)) {
      rejected.add(reject.line() + reject.cell());
    }
    Reading reading = new Reading(file.exportedAt(), roll, spellings.of(school), rejected, each);
    try (StoredFile rows = open(file)) {
      for (SchoolFile.Row row : rows) {
        reading.read(rows.layout().read(row));
      }
    }
  }

  private record Reading(
      Instant exportedAt,
      Roll roll,
      Spelling spelling,
      Set<String> rejected,
      Consumer<Statement> each) {

    private void read(FileRow row) {
      OnRoll byNumber = roll.byAdmissionNo(row.admissionNo());
      OnRoll pupil = byNumber == null ? roll.byUpn(row.upn()) : byNumber;
      LocalDate first = SchoolDates.read(row.day()).orElse(null);
      if (pupil == null || first == null || rejected.contains(Integer.toString(row.line()))) {
        return;
      }
      for (Cell cell : row.cells()) {
        if (!rejected.contains(row.line() + cell.name())) {
          Session session = MarkCheck.session(cell.session());
          if (session != null) {
            each.accept(
                new Statement(
                    row.line(),
                    pupil.pupil(),
                    first.plusDays(cell.daysLater()),
                    session,
                    spelling.code(cell.code(), session),
                    MarkTimes.read(cell.markedAt()).orElse(exportedAt)));
          }
        }
      }
    }
  }

  /** The schools' applied files whose own time is later, and that speak about some of the days. */
  List<ImportId> newerThan(Instant oldestMark, RegisterImport file) {
    return jdbc.sql(
            """
            select id from register_import
            where school_id = :school and state = 'APPLIED' and id <> :id
              and exported_at > :oldest and first_day <= :last and last_day >= :first
            order by id
            """)
        .param("school", file.school().value())
        .param("id", file.id().value())
        .param("oldest", RegisterImports.utc(oldestMark))
        .param("last", file.lastDay())
        .param("first", file.firstDay())
        .query((row, n) -> new ImportId(row.getLong("id")))
        .list();
  }
}

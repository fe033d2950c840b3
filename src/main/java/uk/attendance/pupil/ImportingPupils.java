package uk.attendance.pupil;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.attendance.file.SchoolFile;
import uk.attendance.school.SchoolId;

/**
 * Brings in {@code pupils.csv}. A pupil whom the file does not name is reported, never deleted; a
 * leaving date makes a leaver.
 */
@Component
public class ImportingPupils extends ImportingPeople<Reading<PupilRow>> {

  private final PupilsFile file;
  private final PupilTable pupils;

  ImportingPupils(
      PupilsFile file,
      PupilTable pupils,
      PeopleImportTable table,
      PeopleImports imports,
      TransactionOperations transactions) {
    super(PeopleImport.Kind.PUPILS, table, imports, transactions);
    this.file = file;
    this.pupils = pupils;
  }

  @Override
  Reading<PupilRow> read(SchoolId school, SchoolFile.Source source) {
    return file.read(school, source);
  }

  @Override
  Reading<?> reading(Reading<PupilRow> read) {
    return read;
  }

  @Override
  void write(SchoolId school, Reading<PupilRow> read) {
    List<PupilRow> rows = new ArrayList<>(read.added);
    rows.addAll(read.changed);
    pupils.write(school, rows);
  }
}

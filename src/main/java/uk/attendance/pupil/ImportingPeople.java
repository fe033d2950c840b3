package uk.attendance.pupil;

import org.springframework.transaction.support.TransactionOperations;
import uk.attendance.account.Scope;
import uk.attendance.file.SchoolFile;
import uk.attendance.school.SchoolId;

/** What bringing in pupils and bringing in contacts have in common. */
abstract class ImportingPeople<R> {

  private final PeopleImport.Kind kind;
  private final PeopleImportTable table;
  private final PeopleImports imports;
  private final TransactionOperations transactions;

  ImportingPeople(
      PeopleImport.Kind kind,
      PeopleImportTable table,
      PeopleImports imports,
      TransactionOperations transactions) {
    this.kind = kind;
    this.table = table;
    this.imports = imports;
    this.transactions = transactions;
  }

  abstract R read(SchoolId school, SchoolFile.Source source);

  abstract Reading<?> reading(R read);

  abstract void write(SchoolId school, R read);

  /**
   * Takes every sound row at once; the others are kept as rejects. The same file twice changes
   * nothing.
   *
   * @param by name and title of the person
   * @throws uk.attendance.file.UnreadableFile when no row can be read: nothing is changed
   */
  public PeopleImport bringIn(
      SchoolId school, String fileName, SchoolFile.Source source, String by) {
    return inTransaction(
        school,
        () -> {
          R read = read(school, source);
          write(school, read);
          return table.add(school, kind, fileName, by, reading(read), null);
        });
  }

  /** Finds out what a file would change and keeps it until a person says yes or no. */
  public PeopleImport preview(
      SchoolId school, String fileName, SchoolFile.Source source, String by) {
    return inTransaction(
        school,
        () ->
            table.add(
                school,
                kind,
                fileName,
                by,
                reading(read(school, source)),
                PeopleImportTable.zipped(source)));
  }

  /**
   * Applies a file that waits; counted anew, as other files may have come since.
   *
   * @throws ImportNotWaiting when it was applied or dropped already
   */
  public PeopleImport apply(PeopleImport waiting) {
    return inTransaction(
        waiting.school(),
        () -> {
          R read = read(waiting.school(), table.waiting(waiting.id()));
          table.finish(waiting.id(), reading(read));
          write(waiting.school(), read);
          return waiting.id();
        });
  }

  /**
   * @throws ImportNotWaiting when it was applied or dropped already
   */
  public void drop(PeopleImport waiting) {
    transactions.executeWithoutResult(status -> table.drop(waiting.id()));
  }

  private PeopleImport inTransaction(SchoolId school, java.util.function.LongSupplier work) {
    Long id =
        transactions.execute(
            status -> {
              table.lock(school);
              return work.getAsLong();
            });
    return imports
        .byId(java.util.Objects.requireNonNull(id), Scope.ofTheSystem(school))
        .orElseThrow();
  }
}

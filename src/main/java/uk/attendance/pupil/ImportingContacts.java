package uk.attendance.pupil;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import uk.attendance.file.SchoolFile;
import uk.attendance.school.SchoolId;

/**
 * Brings in {@code contacts.csv}. A no-contact order holds even where its row is refused for
 * another fault; a contact whom the file does not name stays.
 */
@Component
public class ImportingContacts extends ImportingPeople<ContactsFile.ContactReading> {

  private final ContactsFile file;
  private final ContactTable contacts;

  ImportingContacts(
      ContactsFile file,
      ContactTable contacts,
      PeopleImportTable table,
      PeopleImports imports,
      TransactionOperations transactions) {
    super(PeopleImport.Kind.CONTACTS, table, imports, transactions);
    this.file = file;
    this.contacts = contacts;
  }

  @Override
  ContactsFile.ContactReading read(SchoolId school, SchoolFile.Source source) {
    return file.read(school, source);
  }

  @Override
  Reading<?> reading(ContactsFile.ContactReading read) {
    return read.reading();
  }

  @Override
  void write(SchoolId school, ContactsFile.ContactReading read) {
    Set<ContactRow.Person> persons = new LinkedHashSet<>();
    Set<ContactRow.Link> links = new LinkedHashSet<>();
    Stream.concat(read.reading().added.stream(), read.reading().changed.stream())
        .forEach(
            row -> {
              persons.add(row.person());
              links.add(row.link());
            });
    contacts.write(school, persons, links, read.blocked());
  }
}

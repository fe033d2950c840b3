package uk.attendance.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.folder.SomeFolders.EXPORTED;
import static uk.attendance.pupil.People.OAK;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Scope;
import uk.attendance.pupil.People;
import uk.attendance.pupil.PeopleImport;

/** Pupils and contacts by the watched folder: little goes in by itself, much waits for a yes. */
class PeopleFilesTest {

  private static final Scope SCOPE = Scope.ofTheSystem(OAK);

  @TempDir Path root;

  @OnBothDatabases
  void theFirstFileWaitsForAYesAndALaterOneGoesInByItself(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.put(OAK, "pupils.csv", pupils(30), EXPORTED);
    folders.lookTwice();
    PeopleImport first = latest(folders);
    assertThat(first.isWaiting()).isTrue();
    assertThat(folders.read(OAK, "done", "pupils.csv.report.txt"))
        .contains("It waits for a person's yes. It is the first file of pupils")
        .contains("/pupils/import/" + first.id())
        .doesNotContain("Robin", "Example,");
    assertThat(folders.files.waitingForAYes(OAK)).hasSize(1);

    folders.people.importingPupils.apply(first);
    folders.put(OAK, "pupils.csv", pupils(31), EXPORTED);
    folders.lookTwice();

    assertThat(latest(folders).state()).isEqualTo(PeopleImport.State.DONE);
    assertThat(latest(folders).added()).isOne();
    assertThat(folders.files.waitingForAYes(OAK)).isEmpty();
    assertThat(folders.read(OAK, "done", "pupils (2).csv.report.txt"))
        .contains("It was brought in.", "Lines read: 31", "  1 new", "  30 as before");
  }

  @OnBothDatabases
  void manyChangesWaitForAYesAndOneFewerDoNot(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.people.bringInPupils(rows(30, "Oak"));

    folders.put(OAK, "pupils.csv", People.PUPIL_COLUMNS + changed(30, 20), EXPORTED);
    folders.lookTwice();
    assertThat(latest(folders).isWaiting()).as("20 of 30").isTrue();
    assertThat(folders.read(OAK, "done", "pupils.csv.report.txt"))
        .contains("It would add or change 20 pupils where 30 are held.");

    folders.put(OAK, "pupils.csv", People.PUPIL_COLUMNS + changed(30, 19), EXPORTED);
    folders.lookTwice();
    assertThat(latest(folders).state()).as("19 of 30").isEqualTo(PeopleImport.State.DONE);
  }

  @OnBothDatabases
  void aLiftedNoContactOrderWaitsForAYesAndANewOneDoesNot(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.people.bringInPupils(rows(2, "Oak"));
    folders.people.bringInContacts(contact(1, "no") + contact(2, "no"));

    folders.put(
        OAK,
        "contacts.csv",
        People.CONTACT_COLUMNS + contact(1, "yes") + contact(2, "no"),
        EXPORTED);
    folders.lookTwice();
    assertThat(latest(folders).state()).isEqualTo(PeopleImport.State.DONE);
    assertThat(folders.people.contactsOf("1").doNotContact()).hasSize(1);

    folders.put(
        OAK,
        "contacts.csv",
        People.CONTACT_COLUMNS + contact(1, "no") + contact(2, "no"),
        EXPORTED);
    folders.lookTwice();

    assertThat(latest(folders).isWaiting()).isTrue();
    assertThat(folders.people.contactsOf("1").doNotContact()).hasSize(1);
    assertThat(folders.read(OAK, "done", "contacts (2).csv.report.txt"))
        .contains("It waits for a person's yes. It lifts a no-contact order.");
  }

  @OnBothDatabases
  void pupilsOfOneLookGoBeforeTheirContactsThoughTheyWereExportedLater(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.people.bringInPupils(rows(30, "Oak"));
    folders.people.bringInContacts(contact(1, "no"));
    folders.put(
        OAK,
        "a.csv",
        People.CONTACT_COLUMNS + contact(1, "no") + contact(31, "no"),
        EXPORTED.minusSeconds(60));
    folders.put(OAK, "b.csv", pupils(31), EXPORTED);

    folders.lookTwice();

    assertThat(latest(folders).kind()).isEqualTo(PeopleImport.Kind.CONTACTS);
    assertThat(latest(folders).rejected()).isZero();
    assertThat(folders.people.contactsOf("31").all()).hasSize(1);
  }

  @OnBothDatabases
  void aFileOfWhichNothingCanBeTakenFails(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.people.bringInPupils(rows(2, "Oak"));
    folders.put(OAK, "contacts.csv", People.CONTACT_COLUMNS + contact(77, "no"), EXPORTED);
    folders.put(OAK, "pupils.csv", "admission_no,dob\n1,2016-01-01\n", EXPORTED);

    folders.lookTwice();

    assertThat(folders.lyingIn(OAK, "failed"))
        .contains("contacts.csv", "pupils.csv", "pupils.csv.report.txt");
    assertThat(folders.read(OAK, "failed", "contacts.csv.report.txt"))
        .contains("Not one of its rows could be taken; is it of this school?")
        .contains("line 2: No pupil has the admission number 77.");
    assertThat(folders.read(OAK, "failed", "pupils.csv.report.txt"))
        .contains("The file has no column first_name, last_name, year, entry_date.");
    assertThat(folders.files.waitingForAYes(OAK)).isEmpty();
  }

  @OnBothDatabases
  void theReportHoldsNothingThatARowSays(Database database) {
    SomeFolders folders = SomeFolders.first(database, root);
    folders.people.bringInPupils(rows(2, "Oak"));
    folders.put(
        OAK,
        "pupils.csv",
        People.PUPIL_COLUMNS
            + rows(1, "Oak")
            + "2,,Robin,Example,,Sam Secret,5,Oak,2020-09-01,,,,,,,,,,F2\n",
        EXPORTED);

    folders.lookTwice();

    assertThat(folders.read(OAK, "done", "pupils.csv.report.txt"))
        .contains("line 3: Column dob holds “…”: a date like 03/11/2025")
        .doesNotContain("Secret", "Robin");
  }

  private static PeopleImport latest(SomeFolders folders) {
    return folders.people.imports.latest(OAK, 1, SCOPE).get(0);
  }

  private static String pupils(int count) {
    return People.PUPIL_COLUMNS + rows(count, "Oak");
  }

  private static String rows(int count, String className) {
    StringBuilder rows = new StringBuilder();
    for (int number = 1; number <= count; number++) {
      rows.append(row(number, className));
    }
    return rows.toString();
  }

  /** So many pupils, of whom some moved to another class. */
  private static String changed(int count, int moved) {
    StringBuilder rows = new StringBuilder(rows(moved, "Elm"));
    for (int number = moved + 1; number <= count; number++) {
      rows.append(row(number, "Oak"));
    }
    return rows.toString();
  }

  private static String row(int number, String className) {
    return "%d,,Robin,Example,,2016-03-01,4,%s,2020-09-01,,,,,,,,,,F%d\n"
        .formatted(number, className, number);
  }

  private static String contact(int pupil, String noContact) {
    return "%d,M%d,Mrs,Grace,Example,mother,1,yes,yes,%s,,,,2 Mill Street,OA1 1AA,,,\n"
        .formatted(pupil, pupil, noContact);
  }
}

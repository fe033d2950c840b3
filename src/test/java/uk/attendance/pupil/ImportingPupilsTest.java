package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.pupil.People.OAK;
import static uk.attendance.pupil.People.file;

import java.time.LocalDate;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Scope;
import uk.attendance.file.RejectedRow;
import uk.attendance.file.UnreadableFile;

class ImportingPupilsTest {

  private static final String ADA =
      "101,A123456789012,Adaeze,Okafor,Ada,14/02/2016,Year 5,Oak,01/09/2020,,yes,no,0,0,1,N,false,,F7\n";
  private static final String BEN = "102,,Ben,Okafor,,2018-11-30,2,Ash,2022-09-05,,,,,,,,,,F7\n";

  @OnBothDatabases
  void takesEveryColumnInEitherNotation(Database database) {
    People people = People.on(database);

    PeopleImport done = people.bringInPupils(ADA + BEN);

    assertThat(done.added()).isEqualTo(2);
    assertThat(done.state()).isEqualTo(PeopleImport.State.DONE);
    Pupil ada = people.pupil("101");
    assertThat(ada.name()).isEqualTo("Ada Okafor");
    assertThat(ada.dob()).isEqualTo("2016-02-14");
    assertThat(ada.year().words()).isEqualTo("Year 5");
    assertThat(ada.className()).isEqualTo("Oak");
    assertThat(ada.flags()).containsExactly(Flag.SEN, Flag.SOCIAL_WORKER);
    assertThat(people.pupil("102").entryDate()).isEqualTo("2022-09-05");
  }

  @OnBothDatabases
  void changesNothingWhenTheSameFileComesAgain(Database database) {
    People people = People.on(database);
    people.bringInPupils(ADA + BEN);

    PeopleImport again = people.bringInPupils(BEN + ADA);

    assertThat(again.changesNothing()).isTrue();
    assertThat(again.unchanged()).isEqualTo(2);
  }

  @OnBothDatabases
  void updatesChangedPupilsAndMovesThemToNewClasses(Database database) {
    People people = People.on(database);
    people.bringInPupils(ADA + BEN);
    PupilId before = people.pupil("102").id();

    PeopleImport done =
        people.bringInPupils(ADA + BEN.replace("Ash", "Rowan").replace(",2,", ",3,"));

    assertThat(done.changed()).isEqualTo(1);
    assertThat(done.unchanged()).isEqualTo(1);
    assertThat(people.pupil("102").id()).isEqualTo(before);
    assertThat(people.pupil("102").className()).isEqualTo("Rowan");
    assertThat(people.count("school_class")).isEqualTo(3);
  }

  @OnBothDatabases
  void reportsPupilsWhomTheFileDoesNotNameAndKeepsThem(Database database) {
    People people = People.on(database);
    people.bringInPupils(ADA + BEN);

    PeopleImport done = people.bringInPupils(ADA);

    assertThat(done.notInFile()).isEqualTo(1);
    assertThat(people.imports.notInFile(done)).containsExactly(people.pupil("102").id());
  }

  @OnBothDatabases
  void makesALeaverOfAPupilWithALeavingDate(Database database) {
    People people = People.on(database);
    people.bringInPupils(ADA + BEN);

    PeopleImport done =
        people.bringInPupils(ADA.replace("01/09/2020,,", "01/09/2020,31/10/2025,") + BEN);

    assertThat(done.remarks()).isEqualTo("1 pupil has a leaving date now.");
    Pupil ada = people.pupil("101");
    assertThat(ada.isOnRoll(LocalDate.of(2025, 10, 31))).isTrue();
    assertThat(ada.isOnRoll(LocalDate.of(2025, 11, 1))).isFalse();
    assertThat(people.bringInPupils(BEN).notInFile()).isZero();
  }

  @OnBothDatabases
  void rejectsEveryRowOfAnAdmissionNumberThatStandsTwice(Database database) {
    People people = People.on(database);

    PeopleImport done = people.bringInPupils(ADA + BEN + ADA.replace("Adaeze", "Adanna"));

    assertThat(done.added()).isEqualTo(1);
    assertThat(people.imports.rejects(done))
        .extracting(RejectedRow::line, RejectedRow::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                2L,
                "Admission number 101 stands on lines 2, 4: one row per pupil is needed, none was taken."),
            org.assertj.core.groups.Tuple.tuple(
                4L,
                "Admission number 101 stands on lines 2, 4: one row per pupil is needed, none was taken."));
  }

  @OnBothDatabases
  void namesAllFaultsOfARowAndKeepsItForMending(Database database) {
    People people = People.on(database);

    PeopleImport done =
        people.bringInPupils(
            "103,,,Bello,,31/02/2016,14,Oak,05/09/2022,01/09/2022,maybe,,,,,,,,\n"
                + "104,,\"Cleo, the second\",Bello,,01/01/2030,R,,05/09/2022,,,,,,,,,,\n");

    assertThat(done.added()).isZero();
    assertThat(people.imports.rejects(done))
        .extracting(RejectedRow::reason)
        .containsExactly(
            "Column first_name is empty: it is needed."
                + " Column dob holds “31/02/2016”: a date like 03/11/2025 or 2025-11-03 is needed."
                + " Column year holds “14”: N, R or 1 to 13 is needed."
                + " Column sen holds “maybe”: yes or no is needed."
                + " The leaving date 2022-09-01 lies before the entry date 2022-09-05.",
            "The date of birth 2030-01-01 lies in the future.");
  }

  @OnBothDatabases
  void takesMendedRejectsAsAFile(Database database) {
    People people = People.on(database);
    PeopleImport refused =
        people.bringInPupils(
            "104,,\"Cleo, the second\",Bello,,01/01/2030,R,,05/09/2022,,,,,,,,,,\n");

    String mended = people.imports.rejectsAsCsv(refused).replace("01/01/2030", "01/01/2020");
    PeopleImport done = people.importingPupils.bringIn(OAK, "rejects.csv", file(mended), "Jo");

    assertThat(done.added()).isEqualTo(1);
    assertThat(people.pupil("104").firstName()).isEqualTo("Cleo, the second");
  }

  @OnBothDatabases
  void leavesWhatIsKnownWhereTheFileHasNoSuchColumn(Database database) {
    People people = People.on(database);
    people.bringInPupils(ADA);

    PeopleImport done =
        people.importingPupils.bringIn(
            OAK,
            "short.csv",
            file(
                "Year;Last Name;First Name;Admission No;DOB;Entry Date\n"
                    + "6;Okafor;Adaeze;101;14/02/2016;01/09/2020\n"),
            "Jo");

    assertThat(done.changed()).isEqualTo(1);
    Pupil ada = people.pupil("101");
    assertThat(ada.year().words()).isEqualTo("Year 6");
    assertThat(ada.flags()).contains(Flag.SOCIAL_WORKER);
    assertThat(ada.className()).isEqualTo("Oak");
  }

  @OnBothDatabases
  void changesNothingUntilAPersonSaysYes(Database database) {
    People people = People.on(database);

    PeopleImport waiting =
        people.importingPupils.preview(
            OAK, "pupils.csv", file(People.PUPIL_COLUMNS + ADA + BEN), "Jo");

    assertThat(waiting.isWaiting()).isTrue();
    assertThat(waiting.added()).isEqualTo(2);
    assertThat(people.count("pupil")).isZero();

    PeopleImport done = people.importingPupils.apply(waiting);

    assertThat(done.state()).isEqualTo(PeopleImport.State.DONE);
    assertThat(people.count("pupil")).isEqualTo(2);
    assertThatThrownBy(() -> people.importingPupils.apply(waiting))
        .isInstanceOf(ImportNotWaiting.class);
  }

  @OnBothDatabases
  void forgetsADroppedFile(Database database) {
    People people = People.on(database);
    PeopleImport waiting =
        people.importingPupils.preview(OAK, "pupils.csv", file(People.PUPIL_COLUMNS + ADA), "Jo");

    people.importingPupils.drop(waiting);

    assertThat(people.imports.byId(waiting.id(), Scope.ofTheSystem(OAK)).orElseThrow().state())
        .isEqualTo(PeopleImport.State.DROPPED);
    assertThat(people.count("people_import where content is not null")).isZero();
  }

  @OnBothDatabases
  void refusesAFileWithoutTheNeededColumns(Database database) {
    People people = People.on(database);

    assertThatThrownBy(
            () ->
                people.importingPupils.bringIn(
                    OAK, "x.csv", file("admission_no,first_name\n1,Ada\n"), "Jo"))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("last_name, dob, year, entry_date");
    assertThat(people.count("people_import")).isZero();
  }

  @OnBothDatabases
  void takesAHeaderWithoutRowsAsAnEmptyFile(Database database) {
    People people = People.on(database);

    PeopleImport done = people.bringInPupils("");

    assertThat(done.rows()).isZero();
    assertThat(done.changesNothing()).isTrue();
  }
}

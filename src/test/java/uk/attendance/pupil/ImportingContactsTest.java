package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.pupil.People.OAK;
import static uk.attendance.pupil.People.file;

import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Scope;
import uk.attendance.file.RejectedRow;

class ImportingContactsTest {

  private static final String PUPILS =
      """
      101,,Ada,Okafor,,14/02/2016,5,Oak,01/09/2020,,,,,,,,,,F7
      102,,Ben,Okafor,,30/11/2018,2,Ash,05/09/2022,,,,,,,,,,F7
      """;
  private static final String GRACE =
      "Mrs,Grace,Okafor,mother,1,yes,yes,no,07700 900141,,grace@example.org,1 High St,AB1 2CD,Igbo,sms,no\n";
  private static final String EMEKA =
      "Mr,Emeka,Okafor,father,2,yes,no,no,07700 900142,0117 496 0123,,,,English,,no\n";

  @OnBothDatabases
  void takesOnePersonForTwoChildren(Database database) {
    People people = with(database, "101,C1," + GRACE + "102,C1," + GRACE);

    assertThat(people.count("contact")).isEqualTo(1);
    Contact grace = people.contactsOf("102").all().get(0);
    assertThat(grace.formalName()).isEqualTo("Mrs Grace Okafor");
    assertThat(grace.rules().language()).isEqualTo("Igbo");
    assertThat(grace.rules().preferredChannel()).isEqualTo(Channel.SMS);
    assertThat(grace.textNumber()).contains("+447700900141");
    assertThat(grace.address()).containsExactly("1 High St");
  }

  @OnBothDatabases
  void changesNothingWhenTheSameFileComesAgain(Database database) {
    String rows = "101,C1," + GRACE + "101,C2," + EMEKA + "102,C1," + GRACE;
    People people = with(database, rows);

    PeopleImport again = people.bringInContacts(rows);

    assertThat(again.changesNothing()).isTrue();
    assertThat(again.unchanged()).isEqualTo(3);
  }

  @OnBothDatabases
  void holdsRulesForEachChildApart(Database database) {
    People people =
        with(
            database, "101,C2," + EMEKA.replace("2,yes,no,no", "2,yes,no,yes") + "102,C2," + EMEKA);

    assertThat(people.contactsOf("101").parents()).isEmpty();
    assertThat(people.contactsOf("101").doNotContact()).hasSize(1);
    assertThat(people.contactsOf("102").parents()).hasSize(1);
  }

  @OnBothDatabases
  void saysWhichNoContactOrdersAreNewOrLifted(Database database) {
    People people = with(database, "101,C1," + GRACE + "101,C2," + EMEKA);

    PeopleImport ordered =
        people.bringInContacts(
            "101,C1," + GRACE + "101,C2," + EMEKA.replace("2,yes,no,no", "2,yes,no,yes"));
    PeopleImport lifted = people.bringInContacts("101,C1," + GRACE + "101,C2," + EMEKA);

    assertThat(ordered.remarks()).isEqualTo("1 no-contact order is new.");
    assertThat(lifted.remarks()).isEqualTo("1 no-contact order is lifted.");
  }

  @OnBothDatabases
  void holdsANoContactOrderEvenWhenItsRowIsRefused(Database database) {
    People people = with(database, "101,C2," + EMEKA);

    PeopleImport done =
        people.bringInContacts(
            "101,C2,"
                + EMEKA.replace("2,yes,no,no", "2,yes,no,yes").replace("07700 900142", "ask mum"));

    assertThat(people.imports.rejects(done))
        .extracting(RejectedRow::reason)
        .containsExactly(
            "Column mobile holds “ask mum”: that is no telephone number."
                + " Its no-contact order was taken all the same.");
    assertThat(people.contactsOf("101").doNotContact()).hasSize(1);
  }

  @OnBothDatabases
  void rejectsUnknownPupilsDuplicatesAndContradictions(Database database) {
    People people = with(database, "");

    PeopleImport done =
        people.bringInContacts(
            "999,C1,"
                + GRACE
                + "101,C1,"
                + GRACE
                + "101,C1,"
                + GRACE
                + "102,C1,"
                + GRACE.replace("900141", "900149"));

    assertThat(done.added()).isEqualTo(1);
    assertThat(people.imports.rejects(done))
        .extracting(RejectedRow::reason)
        .containsExactly(
            "No pupil has the admission number 999.",
            "Contact C1 of this pupil already stands on line 3.",
            "Contact C1 has other details on line 3: one person needs the same details on every row.");
  }

  @OnBothDatabases
  void rejectsCellsThatCannotBeMeant(Database database) {
    People people = with(database, "");

    PeopleImport done =
        people.bringInContacts(
            "101,C1,Mrs,Grace,Okafor,mother,first,yes,yes,no,,,grace at home,,,,pigeon,no\n");

    assertThat(people.imports.rejects(done))
        .extracting(RejectedRow::reason)
        .containsExactly(
            "Column email holds “grace at home”: that is no e-mail address."
                + " Column preferred_channel holds “pigeon”: sms, email, post or phone is needed."
                + " Column priority holds “first”: a number from 1 to 99 is needed.");
  }

  @OnBothDatabases
  void keepsAnOrderWhenTheFileHasNoSuchColumn(Database database) {
    People people = with(database, "101,C2," + EMEKA.replace("2,yes,no,no", "2,yes,no,yes"));

    people.importingContacts.bringIn(
        OAK,
        "short.csv",
        file(
            "admission_no,contact_id,first_name,last_name,relationship,priority\n"
                + "101,C2,Emeka,Okafor,father,3\n"),
        "Jo");

    Contact emeka = people.contactsOf("101").all().get(0);
    assertThat(emeka.rules().noContact()).isTrue();
    assertThat(emeka.rules().priority()).isEqualTo(3);
  }

  @OnBothDatabases
  void listsPupilsWithFewerContactsThanWanted(Database database) {
    People people =
        with(
            database,
            "101,C1,"
                + GRACE
                + "101,C2,"
                + EMEKA
                + "102,C1,"
                + GRACE
                + "102,C2,"
                + EMEKA.replace("2,yes,no,no", "2,yes,no,yes"));

    assertThat(fewerThan(people, 1)).isEmpty();
    assertThat(fewerThan(people, 2)).containsExactly("102");
    assertThat(fewerThan(people, 3)).containsExactly("101", "102");
  }

  private static java.util.List<String> fewerThan(People people, int wanted) {
    return people
        .pupils
        .withFewerContacts(OAK, wanted, People.TODAY, Scope.ofTheSystem(OAK))
        .stream()
        .map(Pupil::admissionNo)
        .toList();
  }

  private static People with(Database database, String contacts) {
    People people = People.on(database);
    people.bringInPupils(PUPILS);
    people.bringInContacts(contacts);
    return people;
  }
}

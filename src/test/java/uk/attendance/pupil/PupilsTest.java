package uk.attendance.pupil;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.pupil.People.ELM;
import static uk.attendance.pupil.People.OAK;
import static uk.attendance.pupil.People.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;

class PupilsTest {

  private static final String PUPILS =
      """
      101,,Adaeze,Okafor,Ada,14/02/2016,5,Oak,01/09/2020,,,,,,1,,,,F7
      102,,Ben,Okafor,,30/11/2018,2,Ash,05/09/2022,,,,,,,,,,F7
      103,,Cleo,O'Neill,,30/11/2015,5,Oak,05/09/2020,,,,,,,,,,
      104,,Dan,Smith,,30/11/2015,5,Oak,05/09/2020,01/10/2025,,,,,,,,,
      105,,Eve,Smith,,30/11/2015,5,,05/09/2020,,,,,,,,,,F9
      """;

  private final Scope office = People.at(OAK, Role.OFFICE);

  @OnBothDatabases
  void findsByWordsOfNameNumberAndClassInAnyOrder(Database database) {
    People people = with(database);

    assertThat(found(people, "okafor ada")).containsExactly("101");
    assertThat(found(people, "ADAEZE")).containsExactly("101");
    assertThat(found(people, "o'n")).containsExactly("103");
    assertThat(found(people, "105")).containsExactly("105");
    assertThat(found(people, "oak smith")).containsExactly("104");
    assertThat(found(people, "%")).isEmpty();
    assertThat(found(people, "")).hasSize(5);
  }

  @OnBothDatabases
  void pagesByKeyWithoutLosingOrRepeatingAnybody(Database database) {
    People people = with(database);
    List<String> seen = new ArrayList<>();

    Slice<Pupil> page = people.pupils.search(PupilSearch.of(""), null, 2, office);
    page.rows().forEach(pupil -> seen.add(pupil.admissionNo()));
    while (page.more()) {
      PupilId last = page.rows().get(page.rows().size() - 1).id();
      page = people.pupils.search(PupilSearch.of(""), last, 2, office);
      page.rows().forEach(pupil -> seen.add(pupil.admissionNo()));
    }

    assertThat(seen).containsExactly("103", "101", "102", "104", "105");
  }

  @OnBothDatabases
  void showsAClassAsItIsOnADay(Database database) {
    People people = with(database);
    Pupil ada = people.pupil("101");

    assertThat(people.pupils.ofClass(ada.classId(), TODAY, office))
        .extracting(Pupil::admissionNo)
        .containsExactly("103", "101");
    assertThat(people.pupils.ofClass(ada.classId(), TODAY.minusMonths(2), office)).hasSize(3);
  }

  @OnBothDatabases
  void hidesPupilsOfAnotherSchoolAsIfThereWereNone(Database database) {
    People people = with(database);

    assertThat(people.pupils.byId(people.pupil("101").id(), People.at(ELM, Role.HEADTEACHER)))
        .isEmpty();
    assertThat(people.pupils.byId(people.pupil("101").id(), Scope.nothing())).isEmpty();
    assertThat(people.pupils.byId(people.pupil("101").id(), People.at(OAK, Role.GOVERNOR)))
        .isEmpty();
    assertThat(people.contacts.of(people.pupil("101").id(), Scope.nothing()).all()).isEmpty();
  }

  @OnBothDatabases
  void showsATeacherTheirOwnClassesAndNoSocialWorker(Database database) {
    People people = with(database);
    Pupil ada = people.pupil("101");
    Scope teacher = new Scope(Map.of(OAK, Set.of(Role.TEACHER)), Set.of(ada.classId()));

    assertThat(people.pupils.search(PupilSearch.of(""), null, 10, teacher).rows())
        .extracting(Pupil::admissionNo)
        .containsExactly("103", "101", "104");
    assertThat(people.pupils.byId(ada.id(), teacher).orElseThrow().flags()).isEmpty();
    assertThat(people.pupils.byId(ada.id(), office).orElseThrow().flags())
        .containsExactly(Flag.SOCIAL_WORKER);
  }

  @OnBothDatabases
  void findsSiblingsByFamilyAndByParentsInCommon(Database database) {
    People people = with(database);
    String parent = ",P1,,Pat,Smith,mother,1,yes,yes,no,,,,,,,,\n";
    String minder = ",M1,,Mia,Minder,childminder,3,no,no,no,,,,,,,,\n";
    people.bringInContacts("103" + parent + "105" + parent + "101" + minder + "103" + minder);

    assertThat(siblings(people, "101")).containsExactly("102");
    assertThat(siblings(people, "103")).containsExactly("105");
    assertThat(siblings(people, "104")).isEmpty();
  }

  @OnBothDatabases
  void joinsNoFamilyThroughAParentWhoIsBarredFromOneChild(Database database) {
    People people = with(database);
    String parent = ",P1,,Pat,Smith,father,1,yes,no,%s,,,,,,,,\n";
    people.bringInContacts("103" + parent.formatted("no") + "105" + parent.formatted("yes"));

    assertThat(siblings(people, "103")).isEmpty();
    assertThat(siblings(people, "105")).isEmpty();
  }

  private List<String> siblings(People people, String admissionNo) {
    return people.pupils.siblings(people.pupil(admissionNo), TODAY, office).stream()
        .map(Pupil::admissionNo)
        .toList();
  }

  private List<String> found(People people, String text) {
    return people.pupils.search(PupilSearch.of(text), null, 10, office).rows().stream()
        .map(Pupil::admissionNo)
        .toList();
  }

  private static People with(Database database) {
    People people = People.on(database);
    people.bringInPupils(PUPILS);
    return people;
  }
}

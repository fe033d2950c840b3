package uk.attendance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.attendance.file.SchoolFile;

class SchoolFilesTest {

  private static final LocalDate MORNING = LocalDate.of(2026, 11, 20);

  static List<MadeUpSchool> schools() {
    return MadeUpSchools.all();
  }

  @ParameterizedTest
  @MethodSource("schools")
  void givesTheSameBytesEveryTime(MadeUpSchool school) {
    assertThat(all(files(school))).isEqualTo(all(files(school)));
  }

  private static String all(SchoolFiles files) {
    return files.terms(MORNING)
        + files.calendar(MORNING)
        + files.pupils(MORNING)
        + files.contacts(MORNING)
        + files.attendance(MORNING.minusYears(1), MORNING, MORNING);
  }

  @ParameterizedTest
  @MethodSource("schools")
  void hasAsManyOnRollAsTheSchoolHasPlacesOrNearly(MadeUpSchool school) {
    long onRoll =
        files(school).pupilsKnown(MORNING).stream().filter(p -> p.onRoll(MORNING)).count();

    assertThat(onRoll).isBetween(school.pupils() - 3L, (long) school.pupils());
  }

  @ParameterizedTest
  @MethodSource("schools")
  void teachesEachPupilInTheYearGroupThatTheDateOfBirthSays(MadeUpSchool school) {
    for (SchoolFile.Row row : rows(files(school).pupils(MORNING))) {
      LocalDate dob = LocalDate.parse(row.get("dob"));
      int year = row.get("year").equals("R") ? 0 : Integer.parseInt(row.get("year"));
      boolean here = row.get("leaving_date").isEmpty();

      assertThat(dob.plusYears(year + 4L)).isBefore("2026-09-01");
      assertThat(!here || dob.plusYears(year + 5L).isAfter(LocalDate.of(2026, 8, 31))).isTrue();
      assertThat(row.get("class")).isEqualTo(school.classOf(year));
    }
  }

  @ParameterizedTest
  @MethodSource("schools")
  void givesNobodyARealNumberAddressOrMailbox(MadeUpSchool school) {
    for (SchoolFile.Row row : rows(files(school).contacts(MORNING))) {
      assertThat(row.get("mobile")).matches("(07700 900\\d{3})?");
      assertThat(row.get("phone")).matches("(01632 960\\d{3})?");
      assertThat(row.get("email")).matches("([a-z0-9.-]+@example\\.org)?");
      assertThat(row.get("postcode")).startsWith("X");
    }
  }

  @ParameterizedTest
  @MethodSource("schools")
  void givesEachNumberToOneContactOfTheSchool(MadeUpSchool school) {
    Map<String, String> holders = new HashMap<>();
    for (SchoolFile.Row row : rows(files(school).contacts(MORNING))) {
      String holder = row.get("contact_id");

      assertThat(holders.getOrDefault(row.get("mobile"), holder)).isEqualTo(holder);
      if (!row.get("mobile").isEmpty()) {
        holders.put(row.get("mobile"), holder);
      }
    }
  }

  @Test
  void hasEveryKindOfFamilyAndNeedSomewhere() {
    List<SchoolFile.Row> pupils = new ArrayList<>();
    List<SchoolFile.Row> contacts = new ArrayList<>();
    for (MadeUpSchool school : MadeUpSchools.all()) {
      pupils.addAll(rows(files(school).pupils(MORNING)));
      contacts.addAll(rows(files(school).contacts(MORNING)));
    }

    for (String flag :
        List.of(
            "sen",
            "ehcp",
            "looked_after",
            "previously_looked_after",
            "social_worker",
            "previously_social_worker",
            "protection_plan",
            "youth_justice")) {
      assertThat(share(pupils, flag)).as(flag).isBetween(0.2, 25.0);
    }
    assertThat(share(contacts, "no_contact")).isBetween(0.3, 3.0);
    assertThat(share(contacts, "do_not_text")).isBetween(1.0, 8.0);
    assertThat(contacts).extracting(row -> row.get("language")).contains("English", "Polish");
    assertThat(pupils).extracting(row -> row.get("leaving_date")).anyMatch(day -> !day.isEmpty());
    assertThat(pupils)
        .extracting(row -> row.get("entry_date"))
        .anyMatch(day -> day.contains("-11-"));
    assertThat(contactsPerPupil(contacts)).contains(1, 2, 3);
  }

  @Test
  void knowsAProtectionPlanOnlyWithASocialWorker() {
    for (MadeUpSchool school : MadeUpSchools.all()) {
      assertThat(rows(files(school).pupils(MORNING)))
          .filteredOn(row -> row.get("protection_plan").equals("yes"))
          .allMatch(row -> row.get("social_worker").equals("yes"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"st-vincent", "lady-byron", "raleigh-unity"})
  void saysLaterOnlyWhyAMarkWasN(String id) {
    SchoolFiles files = files(MadeUpSchools.of(id));
    LocalDate earlier = MORNING.minusDays(4);
    Map<String, String> before = codes(files.attendance(earlier.minusDays(60), earlier, earlier));
    Map<String, String> now = codes(files.attendance(earlier.minusDays(60), MORNING, MORNING));
    Set<String> amended = new HashSet<>();

    before.forEach(
        (session, code) -> {
          if (!now.get(session).equals(code)) {
            assertThat(code).isEqualTo("N");
            amended.add(session);
          }
        });

    assertThat(amended).isNotEmpty();
  }

  @Test
  void endsThisMorningAndNeverKnowsTheAfternoon() {
    for (MadeUpSchool school : MadeUpSchools.all()) {
      if (!school.wide()) {
        List<SchoolFile.Row> today =
            rows(files(school).attendance(MORNING, MORNING.plusDays(30), MORNING));

        assertThat(today).isNotEmpty().allMatch(row -> row.get("session").equals("AM"));
        assertThat(today).allMatch(row -> row.get("date").equals(MORNING.toString()));
      }
    }
  }

  @Test
  void givesTheWideLayoutARowPerPupilAndWeek() {
    SchoolFiles files = files(MadeUpSchools.of("dothill"));

    List<SchoolFile.Row> rows = rows(files.attendance(MORNING.minusDays(11), MORNING, MORNING));

    assertThat(rows).hasSize(2 * 60);
    assertThat(rows.get(0).get("MonAM")).isNotEmpty();
    assertThat(rows.get(1).get("FriAM")).isNotEmpty();
    assertThat(rows.get(1).get("FriPM")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("schools")
  void movesEverybodyUpInSeptember(MadeUpSchool school) {
    SchoolFiles files = files(school);
    LocalDate september = LocalDate.of(2027, 9, 15);

    Map<String, SchoolFile.Row> before = byAdmissionNo(files.pupils(MORNING));
    Map<String, SchoolFile.Row> after = byAdmissionNo(files.pupils(september));

    assertThat(after).containsKeys(before.keySet().toArray(String[]::new));
    long finished =
        before.keySet().stream()
            .filter(no -> before.get(no).get("leaving_date").isEmpty())
            .filter(no -> !after.get(no).get("leaving_date").isEmpty())
            .count();
    assertThat(finished).isPositive();
    assertThat(after.keySet()).anyMatch(no -> !before.containsKey(no));
    assertThat(files.attendance(september.minusDays(8), september, september)).isNotEmpty();
  }

  private static SchoolFiles files(MadeUpSchool school) {
    return new SchoolFiles(World.on(MORNING), school);
  }

  private static Map<String, String> codes(String csv) {
    Map<String, String> codes = new HashMap<>();
    for (SchoolFile.Row row : rows(csv)) {
      codes.put(row.get("admission_no") + row.get("date") + row.get("session"), row.get("code"));
    }
    return codes;
  }

  private static Map<String, SchoolFile.Row> byAdmissionNo(String csv) {
    Map<String, SchoolFile.Row> rows = new HashMap<>();
    rows(csv).forEach(row -> rows.put(row.get("admission_no"), row));
    return rows;
  }

  private static Set<Integer> contactsPerPupil(List<SchoolFile.Row> contacts) {
    Map<String, Integer> counts = new HashMap<>();
    contacts.forEach(
        row ->
            counts.merge(
                row.get("postcode").substring(0, 3) + row.get("admission_no"), 1, Integer::sum));
    return new HashSet<>(counts.values());
  }

  private static double share(List<SchoolFile.Row> rows, String flag) {
    return 100.0 * rows.stream().filter(row -> row.get(flag).equals("yes")).count() / rows.size();
  }

  private static List<SchoolFile.Row> rows(String csv) {
    List<SchoolFile.Row> rows = new ArrayList<>();
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    try (SchoolFile file = SchoolFile.open(() -> new ByteArrayInputStream(bytes))) {
      file.forEach(rows::add);
    }
    return rows;
  }
}

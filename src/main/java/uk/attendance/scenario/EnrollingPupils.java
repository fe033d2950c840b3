package uk.attendance.scenario;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.file.Csv;
import uk.attendance.file.RejectedRow;
import uk.attendance.policy.Place;
import uk.attendance.pupil.Flag;
import uk.attendance.pupil.ImportingContacts;
import uk.attendance.pupil.ImportingPupils;
import uk.attendance.pupil.PeopleImport;
import uk.attendance.pupil.PeopleImports;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.scenario.Story.Child;
import uk.attendance.scenario.Story.Person;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/**
 * Brings a story's pupils and contacts in as a school's files would. Their names are invented; a
 * pupil's admission number and a contact's id are what the story calls them.
 */
@Component
@Profile("scenario")
class EnrollingPupils {

  /** Who brings the files in, with a position. */
  static final String BY = "office, School office";

  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Ben", "Cleo", "Dev", "Esme", "Finn", "Gita", "Hugo");
  private static final String LAST_NAME = "Story";
  private static final MonthDay OLD_IN_THE_YEAR = MonthDay.of(Month.OCTOBER, 15);
  private static final MonthDay JUST_FIVE = MonthDay.of(Month.AUGUST, 20);

  private final ImportingPupils pupils;
  private final ImportingContacts contacts;
  private final PeopleImports imports;
  private final Pupils known;
  private final JdbcClient jdbc;

  EnrollingPupils(
      ImportingPupils pupils,
      ImportingContacts contacts,
      PeopleImports imports,
      Pupils known,
      JdbcClient jdbc) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.imports = imports;
    this.known = known;
    this.jdbc = jdbc;
  }

  /**
   * @throws StoryRefused when a pupil or contact cannot be as the story has it
   */
  Map<String, PupilId> enroll(Story story, SchoolId school) {
    bringInPupils(story, school, Map.of());
    if (!story.contacts().isEmpty()) {
      bringInContacts(story, school);
    }
    Map<String, PupilId> ids = new LinkedHashMap<>();
    for (String id : story.pupils().keySet()) {
      ids.put(id, known.byAdmissionNo(school, id, Scope.ofTheSystem(school)).orElseThrow().id());
    }
    return ids;
  }

  /**
   * The file of pupils once more, with leaving dates.
   *
   * @throws StoryRefused when a date cannot be
   */
  void bringInPupils(Story story, SchoolId school, Map<String, LocalDate> leaving) {
    List<String> columns =
        new ArrayList<>(
            List.of(
                "admission_no",
                "first_name",
                "last_name",
                "dob",
                "year",
                "class",
                "entry_date",
                "leaving_date",
                "family"));
    for (Flag flag : Flag.values()) {
      columns.add(flag.name().toLowerCase(Locale.ROOT));
    }
    Csv csv = new Csv(columns.toArray(String[]::new));
    List<Place> places = new ArrayList<>();
    for (Child child : story.pupils().values()) {
      List<Object> row =
          new ArrayList<>(
              List.of(
                  child.id(),
                  FIRST_NAMES.get(places.size() % FIRST_NAMES.size()),
                  LAST_NAME,
                  born(child, story.year().from()),
                  child.year(),
                  "Class " + child.year(),
                  child.entered(),
                  orEmpty(leaving.get(child.id())),
                  orEmpty(child.family())));
      for (Flag flag : Flag.values()) {
        row.add(child.flags().contains(flag) ? "yes" : "no");
      }
      csv.row(row.toArray());
      places.add(child.place());
    }
    refuseRejects(pupils.bringIn(school, "pupils.csv", csv.source(), BY), places);
  }

  /** Of the year group's age; of compulsory school age unless the story says otherwise. */
  private static LocalDate born(Child child, LocalDate firstDay) {
    int begins = firstDay.getYear() - (firstDay.getMonth().compareTo(Month.JULY) > 0 ? 0 : 1);
    if (!child.compulsoryAge()) {
      return OLD_IN_THE_YEAR.atYear(begins - 4);
    }
    return child.year().matches("[NR]")
        ? JUST_FIVE.atYear(begins - 5)
        : OLD_IN_THE_YEAR.atYear(begins - 5 - Integer.parseInt(child.year()));
  }

  private void bringInContacts(Story story, SchoolId school) {
    Csv csv =
        new Csv(
            "admission_no",
            "contact_id",
            "first_name",
            "last_name",
            "relationship",
            "priority",
            "parental_responsibility",
            "lives_with",
            "no_contact",
            "mobile",
            "email",
            "address_1",
            "postcode",
            "language",
            "preferred_channel",
            "do_not_text");
    List<Place> places = new ArrayList<>();
    Map<String, Integer> ofPupil = new LinkedHashMap<>();
    for (Person person : story.contacts().values()) {
      for (String pupil : person.of()) {
        csv.row(row(person, pupil, ofPupil.merge(pupil, 1, Integer::sum)));
        places.add(person.place());
      }
    }
    refuseRejects(contacts.bringIn(school, "contacts.csv", csv.source(), BY), places);
  }

  private static Object[] row(Person person, String pupil, int priority) {
    Map<String, String> columns = person.columns();
    String address = person.address();
    return new Object[] {
      pupil,
      person.id(),
      person.id(),
      LAST_NAME,
      columns.getOrDefault("relationship", "contact"),
      columns.getOrDefault("priority", Integer.toString(priority)),
      columns.getOrDefault("parental_responsibility", "no"),
      columns.getOrDefault("lives_with", "no"),
      columns.getOrDefault("no_contact", "no"),
      columns.getOrDefault("mobile", ""),
      columns.getOrDefault("email", ""),
      address != null ? address : person.hasAddress() ? "1 Story Lane" : "",
      person.hasAddress() ? "AA1 1AA" : "",
      columns.getOrDefault("language", ""),
      columns.getOrDefault("preferred_channel", ""),
      columns.getOrDefault("do_not_text", "no")
    };
  }

  /** Line 1 is the header. */
  private void refuseRejects(PeopleImport file, List<Place> places) {
    if (file.rejected() > 0) {
      throw new StoryRefused(
          imports.rejects(file).stream()
              .map((RejectedRow row) -> places.get((int) row.line() - 2) + ": " + row.reason())
              .toList());
    }
  }

  List<ClassId> classesOf(SchoolId school) {
    return jdbc
        .sql("select id from school_class where school_id = :school order by id")
        .param("school", school.value())
        .query(Long.class)
        .list()
        .stream()
        .map(ClassId::new)
        .toList();
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}

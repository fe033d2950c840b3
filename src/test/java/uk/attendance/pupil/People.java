package uk.attendance.pupil;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import uk.attendance.Database;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.file.SchoolFile;
import uk.attendance.school.SchoolId;

/** The feature put together by hand on one database, with two schools and a clock that stands. */
public final class People {

  public static final SchoolId OAK = new SchoolId("oak");
  public static final SchoolId ELM = new SchoolId("elm");
  public static final LocalDate TODAY = LocalDate.of(2025, 11, 3);
  public static final String PUPIL_COLUMNS =
      "admission_no,upn,first_name,last_name,preferred_name,dob,year,class,entry_date,leaving_date,"
          + "sen,ehcp,looked_after,previously_looked_after,social_worker,previously_social_worker,"
          + "protection_plan,youth_justice,family\n";
  public static final String CONTACT_COLUMNS =
      "admission_no,contact_id,title,first_name,last_name,relationship,priority,"
          + "parental_responsibility,lives_with,no_contact,mobile,phone,email,address_1,postcode,"
          + "language,preferred_channel,do_not_text\n";

  public final Pupils pupils;
  public final Contacts contacts;
  public final PeopleImports imports;
  public final ImportingPupils importingPupils;
  public final ImportingContacts importingContacts;
  private final Database database;

  private People(Database database) {
    this.database = database;
    Clock clock =
        Clock.fixed(
            TODAY.atTime(9, 30).atZone(ZoneId.of("Europe/London")).toInstant(),
            ZoneId.of("Europe/London"));
    NamedParameterJdbcTemplate batch = new NamedParameterJdbcTemplate(database.source());
    pupils = new Pupils(database.jdbc());
    contacts = new Contacts(database.jdbc());
    imports = new PeopleImports(database.jdbc());
    PeopleImportTable table = new PeopleImportTable(batch, clock);
    importingPupils =
        new ImportingPupils(
            new PupilsFile(pupils, clock),
            new PupilTable(batch),
            table,
            imports,
            database.transactions());
    ContactTable contactTable = new ContactTable(batch);
    importingContacts =
        new ImportingContacts(
            new ContactsFile(pupils, contactTable, clock),
            contactTable,
            table,
            imports,
            database.transactions());
  }

  public static People on(Database database) {
    People people = new People(database);
    for (SchoolId school : Set.of(OAK, ELM)) {
      database
          .jdbc()
          .sql(
              "insert into school (id, name, pack, local_authority) values (:id, :id, 'national', 'Oakshire')")
          .param("id", school.value())
          .update();
    }
    return people;
  }

  public static Scope at(SchoolId school, Role... roles) {
    return new Scope(Map.of(school, Set.of(roles)), Set.of());
  }

  public static SchoolFile.Source file(String text) {
    return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  public PeopleImport bringInPupils(String rows) {
    return importingPupils.bringIn(OAK, "pupils.csv", file(PUPIL_COLUMNS + rows), "Jo, office");
  }

  public PeopleImport bringInContacts(String rows) {
    return importingContacts.bringIn(
        OAK, "contacts.csv", file(CONTACT_COLUMNS + rows), "Jo, office");
  }

  public Pupil pupil(String admissionNo) {
    return pupils.byAdmissionNo(OAK, admissionNo, Scope.ofTheSystem(OAK)).orElseThrow();
  }

  public ContactsOfPupil contactsOf(String admissionNo) {
    return contacts.of(pupil(admissionNo).id(), Scope.ofTheSystem(OAK));
  }

  int count(String table) {
    return database.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }
}

package uk.attendance.quickentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Entries.Wanted;
import uk.attendance.quickentry.Entry.About;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.quickentry.Entry.Teller;
import uk.attendance.quickentry.Entry.What;
import uk.attendance.quickentry.Entry.When;
import uk.attendance.register.Author;
import uk.attendance.school.SchoolId;

class EntriesTest {

  private static final SchoolId SCHOOL = new SchoolId("some-school");
  private static final Actor CLERK = new Actor(null, "Pat Clerk", "School secretary");
  private static final Author PAT = new Author("Pat Clerk", "School secretary");
  private static final Scope OFFICE = new Scope(Map.of(SCHOOL, Set.of(Role.OFFICE)), Set.of());
  private static final LocalDate MONDAY = LocalDate.parse("2025-11-03");
  private static final Instant NOW = Instant.parse("2025-11-03T09:30:00Z");

  private static PupilId pupil(JdbcClient jdbc) {
    jdbc.sql(
            "insert into school (id, name, pack, local_authority) values ('some-school', 'S', 'national', 'A')")
        .update();
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values ('some-school', '100', 'Ada', 'Okafor', date '2015-05-01', '5', date '2024-09-02')
            """)
        .update();
    return new PupilId(jdbc.sql("select id from pupil").query(Long.class).single());
  }

  private static Said report(LocalDate first, LocalDate last) {
    return new Said(
        EntryKind.REPORT,
        new When(first, last, LocalTime.of(8, 40), null),
        new Teller(null, "Mrs Okafor, mother", Way.VOICEMAIL),
        new What(
            Reason.ILLNESS, "Tummy bug", last.plusDays(1), Evidence.NONE, null, null, false, null));
  }

  private static Wanted on(LocalDate day) {
    return new Wanted(day, null, "", false);
  }

  @OnBothDatabases
  void anEntryReadsAsItWasWritten(Database database) {
    PupilId ada = pupil(database.jdbc());
    Entries entries = new Entries(database.jdbc());
    Said said = report(MONDAY, MONDAY.plusDays(1));
    About about = new About(ada, "I", "Code I");

    EntryId id = entries.add(new Press("t1", SCHOOL, CLERK), said, List.of(about), NOW);

    assertThat(entries.find(id, SCHOOL, OFFICE))
        .contains(new Entry(id, SCHOOL, said, List.of(about), PAT, NOW, null));
    assertThat(entries.of(new Press("t1", SCHOOL, CLERK))).contains(id);
    assertThatThrownBy(() -> entries.add(new Press("t1", SCHOOL, CLERK), said, List.of(about), NOW))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @OnBothDatabases
  void isListedOnEveryDayItIsAboutAndOnTheDayItWasWritten(Database database) {
    PupilId ada = pupil(database.jdbc());
    Entries entries = new Entries(database.jdbc());
    entries.add(
        new Press("t1", SCHOOL, CLERK),
        report(MONDAY.plusDays(2), MONDAY.plusDays(3)),
        List.of(new About(ada, "I", "")),
        NOW);

    assertThat(entries.wanted(on(MONDAY.minusDays(1)), SCHOOL, 9, OFFICE)).isEmpty();
    assertThat(entries.wanted(on(MONDAY), SCHOOL, 9, OFFICE)).hasSize(1);
    assertThat(entries.wanted(on(MONDAY.plusDays(1)), SCHOOL, 9, OFFICE)).isEmpty();
    assertThat(entries.wanted(on(MONDAY.plusDays(2)), SCHOOL, 9, OFFICE)).hasSize(1);
    assertThat(entries.wanted(on(MONDAY.plusDays(3)), SCHOOL, 9, OFFICE)).hasSize(1);
    assertThat(entries.wanted(on(MONDAY.plusDays(4)), SCHOOL, 9, OFFICE)).isEmpty();
    assertThat(entries.of(ada, SCHOOL, OFFICE)).hasSize(1);
  }

  @OnBothDatabases
  void isFoundByNameAndByWhatWasSaid(Database database) {
    PupilId ada = pupil(database.jdbc());
    Entries entries = new Entries(database.jdbc());
    entries.add(
        new Press("t1", SCHOOL, CLERK),
        report(MONDAY, MONDAY),
        List.of(new About(ada, "I", "")),
        NOW);

    for (String text : List.of("oka", "tummy BUG", "mother")) {
      assertThat(entries.wanted(new Wanted(null, null, text, false), SCHOOL, 9, OFFICE))
          .as(text)
          .hasSize(1);
    }
    assertThat(entries.wanted(new Wanted(null, null, "100%", false), SCHOOL, 9, OFFICE)).isEmpty();
    assertThat(entries.wanted(new Wanted(null, EntryKind.LATE, "oka", false), SCHOOL, 9, OFFICE))
        .isEmpty();
  }

  @OnBothDatabases
  void onlyWhoSeesTheWholeSchoolReadsThem(Database database) {
    PupilId ada = pupil(database.jdbc());
    Entries entries = new Entries(database.jdbc());
    EntryId id =
        entries.add(
            new Press("t1", SCHOOL, CLERK),
            report(MONDAY, MONDAY),
            List.of(new About(ada, "I", "")),
            NOW);
    Scope teacher = new Scope(Map.of(SCHOOL, Set.of(Role.TEACHER)), Set.of());
    Scope elsewhere = new Scope(Map.of(new SchoolId("other"), Set.of(Role.OFFICE)), Set.of());

    for (Scope scope : List.of(teacher, elsewhere)) {
      assertThat(entries.find(id, SCHOOL, scope)).isEmpty();
      assertThat(entries.wanted(on(MONDAY), SCHOOL, 9, scope)).isEmpty();
    }
  }

  @OnBothDatabases
  void aMessageIsDoneOnceByTheFirstWhoSaysSo(Database database) {
    pupil(database.jdbc());
    Entries entries = new Entries(database.jdbc());
    EntryId id =
        entries.add(
            new Press("t1", SCHOOL, CLERK),
            new Said(
                EntryKind.MESSAGE,
                When.on(MONDAY, LocalTime.of(9, 0)),
                new Teller(null, "Mrs Okafor", Way.CALL),
                new What(null, "Ring back", null, null, "Ms Hart", null, true, null)),
            List.of(),
            NOW);
    Wanted open = new Wanted(null, null, "", true);
    assertThat(entries.wanted(open, SCHOOL, 9, OFFICE)).hasSize(1);

    entries.done(id, PAT, NOW);
    entries.done(id, new Author("Sam Other", "Clerk"), NOW.plusSeconds(60));

    assertThat(entries.wanted(open, SCHOOL, 9, OFFICE)).isEmpty();
    assertThat(entries.find(id, SCHOOL, OFFICE).orElseThrow().done())
        .isEqualTo(new Entry.Done(PAT, NOW));
  }
}

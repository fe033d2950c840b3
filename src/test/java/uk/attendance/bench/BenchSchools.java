package uk.attendance.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Author;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * Made-up schools of one size, each pupil with a parent who has a mobile and an address for mail.
 */
final class BenchSchools {

  private final Program program;
  private final int pupils;
  private final Map<PupilId, SchoolId> schools = new HashMap<>();
  private int made;

  BenchSchools(Program program, int pupils) {
    this.program = program;
    this.pupils = pupils;
  }

  List<SchoolId> add(int count) {
    List<SchoolId> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SchoolId school = new SchoolId("bench-%03d".formatted(made++));
      program
          .bean(Schools.class)
          .save(new School(school, null, "Bench School", "national", null, "Benchshire", true));
      program
          .bean(ChangingCalendar.class)
          .setUp(
              school,
              new CalendarPlan(
                  List.of(
                      Period.term(
                          "Autumn", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"))),
                  List.of()),
              "Bench");
      program
          .bean(Letterheads.class)
          .save(
              school,
              new Letterhead(
                  "01632 960001",
                  "office@bench.example.org",
                  List.of("1 School Lane", "Benchham"),
                  "attendance@benchshire.example.org"));
      enrol(school);
      added.add(school);
    }
    program.jdbc().sql("analyze pupil, contact, pupil_contact").update();
    return added;
  }

  private void enrol(SchoolId school) {
    program
        .jdbc()
        .sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            select :school, lpad(n::text, 5, '0'), 'Robin', 'Example' || n, date '2015-05-01', '5',
              date '2024-09-02'
            from generate_series(0, :last) n
            """)
        .param("school", school.value())
        .param("last", pupils - 1)
        .update();
    program
        .jdbc()
        .sql(
            """
            insert into contact (school_id, contact_id, first_name, last_name, mobile, email)
            select :school, 'M' || n, 'Sam', 'Example' || n, '07700900' || lpad((n % 1000)::text, 3, '0'),
              'sam' || n || '@home.example.org'
            from generate_series(0, :last) n
            """)
        .param("school", school.value())
        .param("last", pupils - 1)
        .update();
    program
        .jdbc()
        .sql(
            """
            insert into pupil_contact (pupil_id, contact_id, relationship, priority,
              parental_responsibility, lives_with, no_contact)
            select p.id, c.id, 'mother', 1, true, true, false
            from pupil p join contact c on c.school_id = p.school_id
              and c.contact_id = 'M' || p.admission_no::int
            where p.school_id = :school
            """)
        .param("school", school.value())
        .update();
  }

  /**
   * The register of a morning.
   *
   * @param oneIn of so many pupils one is absent, and nobody knows why
   */
  void bringIn(SchoolId school, LocalDate day, Instant now, int oneIn) {
    StringBuilder csv = new StringBuilder("admission_no,date,session,code\n");
    for (int pupil = 0; pupil < pupils; pupil++) {
      csv.append("%05d,%s,AM,%s%n".formatted(pupil, day, pupil % oneIn == 0 ? "N" : "/"));
    }
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    RegisterImport done =
        program
            .bean(ImportingMarks.class)
            .bringIn(
                school,
                "attendance.csv",
                () -> new ByteArrayInputStream(bytes),
                now.minus(Duration.ofMinutes(1)),
                new Author("Bench", "Bench"),
                true);
    if (done.state() != ImportState.APPLIED) {
      throw new IllegalStateException("the register was not taken: " + done.sentence());
    }
  }

  /** So many, over all of the schools. */
  List<PupilId> pupilsOf(List<SchoolId> ids, int count) {
    List<PupilId> found = new ArrayList<>();
    program
        .jdbc()
        .sql(
            "select id, school_id from pupil where school_id in (:schools) order by id % 7, id fetch first :count rows only")
        .param("schools", ids.stream().map(SchoolId::value).toList())
        .param("count", count)
        .query(
            row -> {
              PupilId pupil = new PupilId(row.getLong("id"));
              found.add(pupil);
              schools.put(pupil, new SchoolId(row.getString("school_id")));
            });
    return found;
  }

  SchoolId schoolOf(PupilId pupil) {
    return schools.get(pupil);
  }
}

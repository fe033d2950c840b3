package uk.attendance.register;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import uk.attendance.account.Scope;
import uk.attendance.casefile.Invariant;
import uk.attendance.file.SchoolFile;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.Calendars;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/**
 * A made-up school on a database, wired by hand as a node would be: two of them on one database are
 * two nodes. It is 09:30 on Tuesday 4 November 2025; terms run from 1 September 2025, half-term is
 * the last week of October.
 */
public final class SomeRegister {

  public static final SchoolId SCHOOL = new SchoolId("some-school");
  public static final Instant NOW = Instant.parse("2025-11-04T09:30:00Z");
  static final Author CLERK = new Author("Pat Clerk", "School secretary");
  static final PolicyPacks PACKS = PolicyPacks.bundled();

  public final JdbcClient jdbc;
  public final ImportingMarks importing;
  public final RegisterImports imports;
  final ImportLeases leases;
  public final RejectedRows rejects;
  public final Spellings spellings;
  final Amendments amendments;
  final CodesToEnter toEnter;
  final Marks marks;
  final StagedOutcomes outcomes;
  final StoredFiles files;
  final RegisterRules rules;
  final SchoolLock lock;
  final Calendars calendars;
  final CorrectingMarks correcting;
  final PlanningMarks planning;
  final PlannedMarks plans;
  final List<Invariant> invariants;
  public final Clock clock = Clock.fixed(NOW, ZoneId.of("Europe/London"));
  final List<Object> events = new ArrayList<>();
  final DataSourceTransactionManager transactions;

  public SomeRegister(DataSource source) {
    jdbc = JdbcClient.create(source);
    JdbcTemplate batches = new JdbcTemplate(source);
    transactions = new DataSourceTransactionManager(source);
    Schools schools = new Schools(jdbc);
    calendars = new Calendars(jdbc);
    imports = new RegisterImports(jdbc);
    leases = new ImportLeases(jdbc, new ImportSettings(Duration.ofSeconds(60)));
    rejects = new RejectedRows(jdbc, batches);
    spellings = new Spellings(jdbc);
    amendments = new Amendments(jdbc, batches);
    toEnter = new CodesToEnter(jdbc);
    marks = new Marks(jdbc);
    rules = new RegisterRules(schools, PACKS);
    lock = new SchoolLock(jdbc, transactions);
    FileParts parts = new FileParts(jdbc);
    StagedMarks staged = new StagedMarks(jdbc, batches);
    files = new StoredFiles(parts, spellings, rejects, jdbc);
    outcomes = new StagedOutcomes(jdbc, rules);
    ImportSteps steps =
        new ImportSteps(
            imports,
            new StagingMarks(
                files,
                new MarkChecks(schools, calendars, rules, spellings, jdbc, clock),
                staged,
                rejects,
                new Repeats(staged, rejects, files)),
            new NewerFiles(imports, files, staged),
            outcomes,
            new ApplyingMarks(jdbc, staged, amendments, toEnter, events::add, clock),
            lock,
            new PlannerAdvice(batches));
    MarksByHand byHand = new MarksByHand(jdbc, clock);
    MarkChecks checks = new MarkChecks(schools, calendars, rules, spellings, jdbc, clock);
    correcting =
        new CorrectingMarks(
            byHand, checks, amendments, toEnter, lock, marks, events::add, clock, transactions);
    plans = new PlannedMarks(jdbc, batches);
    planning =
        new PlanningMarks(
            byHand,
            marks,
            plans,
            correcting,
            new CodesOffered(rules),
            calendars,
            lock,
            clock,
            transactions);
    invariants =
        List.of(
            new EveryRowStandsOnce(jdbc, schools, imports, files),
            new EveryChangeIsChained(jdbc, schools, amendments),
            new NoRowUnderAnotherSchool(jdbc));
    importing = new ImportingMarks(imports, leases, parts, steps, clock, transactions);
  }

  /** The school with its terms; pupils are added by {@link #pupil}. */
  public SomeRegister founded() {
    school(SCHOOL, "Some School");
    return this;
  }

  void school(SchoolId id, String name) {
    jdbc.sql(
            "insert into school (id, name, pack, local_authority) values (:id, :name, 'national', 'Someshire')")
        .param("id", id.value())
        .param("name", name)
        .update();
    period(id, "TERM", "2025-09-01", "2025-12-19");
    period(id, "HALF_TERM", "2025-09-01", "2025-10-24");
    period(id, "HALF_TERM", "2025-11-03", "2025-12-19");
    period(id, "TERM", "2026-01-05", "2026-03-27");
  }

  private void period(SchoolId id, String kind, String first, String last) {
    jdbc.sql("insert into school_period values (:id, :kind, :name, :first, :last)")
        .param("id", id.value())
        .param("kind", kind)
        .param("name", kind + first)
        .param("first", Date.valueOf(first))
        .param("last", Date.valueOf(last))
        .update();
  }

  public PupilId pupil(String admissionNo) {
    return pupil(SCHOOL, admissionNo, null, "2024-09-02", null);
  }

  PupilId pupil(SchoolId school, String admissionNo, String upn, String entered, String left) {
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, upn, first_name, last_name, dob, year_group,
              entry_date, leaving_date)
            values (:school, :no, :upn, 'Robin', 'Example', date '2015-05-01', '5', :entered, :left)
            """)
        .param("school", school.value())
        .param("no", admissionNo)
        .param("upn", upn)
        .param("entered", Date.valueOf(entered))
        .param("left", left == null ? null : Date.valueOf(left))
        .update();
    return new PupilId(
        jdbc.sql("select id from pupil where school_id = :school and admission_no = :no")
            .param("school", school.value())
            .param("no", admissionNo)
            .query(Long.class)
            .single());
  }

  /** Brings in a file that was exported at a time, brakes answered. */
  RegisterImport bringIn(String exportedAt, String... lines) {
    return importing.bringIn(
        SCHOOL, "attendance.csv", file(lines), Instant.parse(exportedAt), CLERK, true);
  }

  /** As a person does it, up to the preview. */
  RegisterImport upload(String exportedAt, String... lines) {
    ImportId id =
        importing.receive(SCHOOL, "attendance.csv", file(lines), Instant.parse(exportedAt), CLERK);
    importing.carryOn(id);
    return imports.get(id);
  }

  RegisterImport get(RegisterImport file) {
    return imports.get(file.id());
  }

  /** The code of a session; {@code null} without a row. */
  public String code(PupilId pupil, String day, Session session) {
    return jdbc.sql(
            "select code from mark where pupil_id = :pupil and marked_on = :day and session = :session")
        .param("pupil", pupil.value())
        .param("day", Date.valueOf(day))
        .param("session", session.name())
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /** The whole register, one line per mark, to compare two of them. */
  public List<String> everything() {
    return jdbc.sql(
            """
            select p.admission_no, m.* from mark m join pupil p on p.id = m.pupil_id
            order by p.admission_no, m.marked_on, m.session
            """)
        .query(
            (row, n) ->
                "%s %s %s %s %s %s %s %s"
                    .formatted(
                        row.getString("admission_no"),
                        row.getString("marked_on"),
                        row.getString("session"),
                        row.getString("code"),
                        row.getString("minutes_late"),
                        row.getString("note"),
                        row.getBoolean("decided_here"),
                        row.getObject("marked_at", java.time.OffsetDateTime.class).toInstant()))
        .list();
  }

  /** What {@code bin/check} would say of this register. */
  public List<String> broken() {
    return invariants.stream().flatMap(invariant -> invariant.broken().stream()).toList();
  }

  List<Amendment> amendmentsOf(PupilId pupil) {
    return amendments.of(pupil, Scope.ofTheSystem(SCHOOL));
  }

  List<String> reasons(RegisterImport file) {
    return rejects.of(file.id(), 100).stream()
        .map(reject -> reject.line() + reject.cell() + ": " + reject.reason())
        .toList();
  }

  void decidedHere(PupilId pupil, String day, Session session, String code, String at) {
    jdbc.sql(
            """
            insert into mark (pupil_id, marked_on, session, school_id, code, decided_here, marked_at)
            values (:pupil, :day, :session, :school, :code, true, :at)
            """)
        .param("pupil", pupil.value())
        .param("day", Date.valueOf(day))
        .param("session", session.name())
        .param("school", SCHOOL.value())
        .param("code", code)
        .param("at", RegisterImports.utc(Instant.parse(at)))
        .update();
  }

  void planned(PupilId pupil, String day, Session session, String code) {
    jdbc.sql(
            """
            insert into planned_mark (pupil_id, planned_on, session, school_id, code, reason,
              planned_by, planned_title, planned_at)
            values (:pupil, :day, :session, :school, :code, 'Dentist', 'Jo Head', 'Headteacher', :at)
            """)
        .param("pupil", pupil.value())
        .param("day", Date.valueOf(day))
        .param("session", session.name())
        .param("school", SCHOOL.value())
        .param("code", code)
        .param("at", RegisterImports.utc(NOW))
        .update();
  }

  static SchoolFile.Source file(String... lines) {
    return file(StandardCharsets.UTF_8, lines);
  }

  static SchoolFile.Source file(Charset charset, String... lines) {
    byte[] bytes = (String.join("\r\n", lines) + "\r\n").getBytes(charset);
    return () -> new ByteArrayInputStream(bytes);
  }

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}

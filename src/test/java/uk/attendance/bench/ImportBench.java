package uk.attendance.bench;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.AttendanceApplication;
import uk.attendance.Database;
import uk.attendance.register.Author;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.Calendars;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;

/**
 * 100,000 marks from a file into the register on PostgreSQL: received, kept, staged, validated,
 * weighed, merged, figures kept, committed. The floor is what PostgreSQL itself needs for the same
 * rows: COPY into a bare staging table, then an upsert into a table equal to ours. Both run in turn
 * on the same database.
 *
 * <p>{@code bin/bench import [rounds]}
 */
final class ImportBench {

  private static final SchoolId SCHOOL = new SchoolId("bench");
  private static final Instant NOW = Instant.parse("2025-12-01T09:30:00Z");
  private static final int PUPILS = 1000;
  private static final int DAYS = 50;
  private static final int WARM_UP = 2;

  private final JdbcClient jdbc;
  private final ImportingMarks importing;
  private final Floor floor;
  private final MadeUpFile file;
  private final byte[] bytes;
  private final byte[] backwards;

  private ImportBench(ConfigurableApplicationContext context, HeapWatch heap) {
    jdbc = context.getBean(JdbcClient.class);
    importing = context.getBean(ImportingMarks.class);
    SchoolCalendar calendar = school(context);
    List<LocalDate> days =
        calendar
            .schoolDays(LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-01"))
            .subList(0, DAYS);
    file = MadeUpFile.of(PUPILS, days);
    bytes = file.bytes();
    backwards = file.backwards().bytes();
    floor = new Floor(jdbc, heap.real(), SCHOOL, file);
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    String url = Database.Postgres.newDatabase(false) + "&reWriteBatchedInserts=true";
    HeapWatch heap = new HeapWatch();
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(AttendanceApplication.class)
            .initializers(
                started -> {
                  GenericApplicationContext generic = (GenericApplicationContext) started;
                  generic.registerBean(Clock.class, () -> Clock.fixed(NOW, SchoolCalendar.ZONE));
                  generic.registerBean(HeapWatch.class, () -> heap);
                })
            .run(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=postgres",
                "--server.port=0",
                "--camunda.bpm.job-execution.enabled=false",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn")) {
      new ImportBench(context, heap).run(rounds, heap);
    }
    System.exit(0);
  }

  private SchoolCalendar school(ConfigurableApplicationContext context) {
    context
        .getBean(Schools.class)
        .save(new School(SCHOOL, null, "Bench School", "national", null, "Benchshire", true));
    context
        .getBean(ChangingCalendar.class)
        .setUp(
            SCHOOL,
            new CalendarPlan(
                List.of(
                    Period.term(
                        "Autumn", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"))),
                List.of()),
            "Bench");
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            select 'bench', lpad(n::text, 5, '0'), 'Robin', 'Example', date '2015-05-01', '5',
              date '2024-09-02'
            from generate_series(0, %d) n
            """
                .formatted(PUPILS - 1))
        .update();
    jdbc.sql("analyze pupil").update();
    return context.getBean(Calendars.class).of(SCHOOL);
  }

  private void run(int rounds, HeapWatch heap) throws Exception {
    say(
        "%,d marks (%,d pupils, %d days), %,d bytes; %d warm-up rounds, then %d rounds, alternating",
        file.lines().size(), PUPILS, DAYS, bytes.length, WARM_UP, rounds);
    List<long[]> measured = new ArrayList<>();
    for (int round = -WARM_UP; round < rounds; round++) {
      long[] times = round(round % 2 == 0);
      say(
          "%s  floor %5d ms   import %5d ms   same file again %5d ms   same rows in other bytes %5d ms",
          round < 0 ? "warm-up " : "round %2d".formatted(round + 1),
          times[0],
          times[1],
          times[2],
          times[3]);
      if (round >= 0) {
        measured.add(times);
      }
    }
    double floorTime = median(measured, 0);
    double first = median(measured, 1);
    say("");
    say(
        "median   floor %.0f ms, import %.0f ms (%,.0f marks/s)",
        floorTime, first, file.lines().size() / first * 1000);
    verdict(
        "import reaches %.2f of the floor's speed (aim: at least 0.25)",
        floorTime / first, 0.25, true);
    verdict(
        "same file again takes %.2f of the first import (aim: at most 0.60)",
        median(measured, 2) / first, 0.60, false);
    verdict(
        "same rows in other bytes take %.2f of it (aim: at most 0.60)",
        median(measured, 3) / first, 0.60, false);
    say("no new row version by either: checked in every round");
    heap(heap);
  }

  private long[] round(boolean floorFirst) throws Exception {
    empty();
    long floorTime = floorFirst ? floor.run() : 0;
    long first = bringIn(bytes, file.lines().size(), 0);
    String versions = versions();
    long again = bringIn(bytes, 0, file.lines().size());
    long other = bringIn(backwards, 0, file.lines().size());
    if (!versions.equals(versions())) {
      throw new IllegalStateException("bringing the same marks in again made new row versions");
    }
    return new long[] {floorFirst ? floorTime : floor.run(), first, again, other};
  }

  private long bringIn(byte[] content, int created, int unchanged) {
    long start = System.nanoTime();
    RegisterImport done =
        importing.bringIn(
            SCHOOL,
            "attendance.csv",
            () -> new ByteArrayInputStream(content),
            NOW,
            new Author("Bench", "Bench"),
            true);
    long millis = (System.nanoTime() - start) / 1_000_000;
    if (done.counts().created() != created || done.counts().unchanged() != unchanged) {
      throw new IllegalStateException(
          "the file did something else: %s %s".formatted(done.counts(), done.sentence()));
    }
    return millis;
  }

  private void heap(HeapWatch heap) {
    empty();
    heap.watch(file.lines().size());
    bringIn(bytes, file.lines().size(), 0);
    verdict(
        "heap after full collection at the last tenth of the stream is %.2f of that at the first (aim: at most 1.20)",
        heap.ratio(), 1.20, false);
    say("  (%s)", heap.inWords());
  }

  private void empty() {
    jdbc.sql(
            """
            truncate mark, amendment, register_conflict, rejected_row, staged_mark,
              register_file_part, register_import, pupil_figures
            """)
        .update();
    floor.empty();
    // the worst that statistics can say, in every round: all these tables are empty
    jdbc.sql("analyze mark, staged_mark, planned_mark, pupil_figures, floor_mark, floor_staging")
        .update();
  }

  /** Every version of every row, by place and transaction. */
  private String versions() {
    return jdbc.sql(
            "select count(*) || ' ' || md5(string_agg(ctid::text || xmin::text, ',' order by ctid)) from mark")
        .query(String.class)
        .single();
  }

  private static double median(List<long[]> measured, int column) {
    long[] sorted = measured.stream().mapToLong(times -> times[column]).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
  }

  private static void verdict(String words, double found, double aim, boolean atLeast) {
    boolean met = atLeast ? found >= aim : found <= aim;
    say("%s %s", met ? "ok  " : "MISS", words.formatted(found));
  }

  private static void say(String words, Object... values) {
    System.out.println(values.length == 0 ? words : String.format(Locale.UK, words, values));
  }
}

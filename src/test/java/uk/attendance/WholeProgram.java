package uk.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.casefile.Invariant;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;

/**
 * The whole program with its engine, once on each database and started once for all tests: give
 * each test its own school. The job executor is off. The clock stands at 09:30 on Monday 3 November
 * 2025, for application and engine, until {@link #at(String)} moves it.
 */
public enum WholeProgram {
  H2 {
    @Override
    List<String> settings() {
      return List.of(
          "--spring.datasource.url=jdbc:h2:mem:whole;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000");
    }
  },
  POSTGRESQL {
    @Override
    List<String> settings() {
      return List.of(
          "--spring.datasource.url=" + Database.Postgres.newDatabase(false),
          "--spring.datasource.username=postgres");
    }
  };

  private static final List<String> COMMON =
      List.of(
          "--server.port=0",
          "--spring.main.banner-mode=off",
          "--spring.datasource.hikari.maximum-pool-size=8",
          "--camunda.bpm.job-execution.enabled=false",
          "--attendance.first-day.beside=false",
          "--attendance.sign-in.argon2.memory=64KB",
          "--attendance.sign-in.argon2.iterations=1");
  private static final AtomicInteger ADMISSIONS = new AtomicInteger();

  private ConfigurableApplicationContext context;

  abstract List<String> settings();

  private synchronized ConfigurableApplicationContext context() {
    if (context == null) {
      context =
          new SpringApplicationBuilder(AttendanceApplication.class, StandingClock.Bean.class)
              .registerShutdownHook(false)
              .run(Stream.concat(COMMON.stream(), settings().stream()).toArray(String[]::new));
    }
    return context;
  }

  public <T> T bean(Class<T> type) {
    return context().getBean(type);
  }

  /** The invariants that features keep, by the names of their packages. */
  public List<Invariant> invariants(String... features) {
    return context().getBeansOfType(Invariant.class).values().stream()
        .filter(
            invariant ->
                List.of(features).contains(invariant.getClass().getPackageName().split("\\.")[2]))
        .toList();
  }

  public JdbcClient jdbc() {
    return bean(JdbcClient.class);
  }

  /** Moves the clock, such as {@code 2025-11-04T09:30:00Z}. */
  public void at(String instant) {
    at(Instant.parse(instant));
  }

  public void at(Instant instant) {
    bean(StandingClock.class).set(instant);
    context().publishEvent(new ClockMoved(instant));
  }

  /** The clock as it was; the engine's is shared by all that runs in this virtual machine. */
  public void setBack() {
    bean(StandingClock.class).set(StandingClock.START);
    ClockUtil.reset();
  }

  /**
   * A school of the national pack: terms from 1 September 2025, half term in the last of October.
   */
  public SchoolId newSchool() {
    return newSchool("national");
  }

  public SchoolId newSchool(String pack) {
    SchoolId school = new SchoolId("s" + UUID.randomUUID());
    jdbc()
        .sql(
            """
            insert into school (id, name, pack, local_authority)
            values (:id, 'Example School', :pack, 'Exampleshire')
            """)
        .param("id", school.value())
        .param("pack", pack)
        .update();
    bean(ChangingCalendar.class)
        .setUp(
            school,
            new CalendarPlan(
                List.of(
                    Period.term("Autumn term", day("2025-09-01"), day("2025-12-19")),
                    Period.halfTerm("Autumn 1", day("2025-09-01"), day("2025-10-24")),
                    Period.halfTerm("Autumn 2", day("2025-11-03"), day("2025-12-19")),
                    Period.term("Spring term", day("2026-01-05"), day("2026-03-27"))),
                List.of()),
            "Sam Example");
    return school;
  }

  public PupilId newPupil(SchoolId school) {
    String admissionNo = Integer.toString(1000 + ADMISSIONS.incrementAndGet());
    jdbc()
        .sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, :no, 'Robin', 'Example', date '2015-05-01', '5', date '2024-09-02')
            """)
        .param("school", school.value())
        .param("no", admissionNo)
        .update();
    return new PupilId(
        jdbc()
            .sql("select id from pupil where school_id = :school and admission_no = :no")
            .param("school", school.value())
            .param("no", admissionNo)
            .query(Long.class)
            .single());
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}

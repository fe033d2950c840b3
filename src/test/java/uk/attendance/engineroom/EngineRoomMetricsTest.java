package uk.attendance.engineroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.StandingClock;
import uk.attendance.account.Actor;

/** Gauges say how the installation stands, read seldom, and name no school. */
class EngineRoomMetricsTest {

  private final StandingClock clock = new StandingClock();
  private final AtomicLong elapsed = new AtomicLong();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Database database;

  private void on(Database on) {
    database = on;
    Queues queues = new QueuesTest().schools(database);
    Nodes nodes =
        new Nodes(database.jdbc(), new EngineRoomSettings(Duration.ofMinutes(15), "-", "a"));
    nodes.beat();
    new EngineRoomMetrics(
            new Readings(
                database.jdbc(),
                queues,
                nodes,
                new KeptChecks(database.jdbc(), clock),
                clock,
                elapsed::get))
        .bindTo(registry);
  }

  private double gauge(String name, String... tags) {
    return registry.get("attendance." + name).tags(tags).gauge().value();
  }

  private void aQuarterOfAMinuteLater() {
    elapsed.addAndGet(Duration.ofSeconds(15).toNanos());
  }

  @OnBothDatabases
  void readsNotMoreOftenThanEveryQuarterOfAMinute(Database on) {
    on(on);
    assertThat(gauge("messages", "state", "waiting")).isZero();
    QueuesTest.message(database, QueuesTest.OAK, "WAITING", -60);

    elapsed.addAndGet(Duration.ofSeconds(15).toNanos() - 1);
    assertThat(gauge("messages", "state", "waiting")).isZero();
    elapsed.incrementAndGet();
    assertThat(gauge("messages", "state", "waiting")).isEqualTo(1);
    assertThat(gauge("messages.oldest.seconds", "state", "waiting")).isEqualTo(60);
  }

  @OnBothDatabases
  void countsTasksByKindAndThoseOverdue(Database on) {
    on(on);
    long pupil = QueuesTest.pupil(database);
    task("a", "telephone-parents", pupil, 1);
    task("b", "telephone-parents", pupil, 0);
    task("c", "safe-and-well-visit", pupil, -1);

    assertThat(gauge("tasks")).isEqualTo(3);
    assertThat(gauge("tasks.open", "kind", "telephone-parents")).isEqualTo(2);
    assertThat(gauge("tasks.overdue", "kind", "telephone-parents")).isEqualTo(1);
    assertThat(gauge("tasks.overdue", "kind", "safe-and-well-visit")).isEqualTo(1);

    database.jdbc().sql("delete from worklist").update();
    aQuarterOfAMinuteLater();
    assertThat(gauge("tasks")).isZero();
    assertThat(gauge("tasks.open", "kind", "telephone-parents")).isZero();
  }

  @OnBothDatabases
  void tellsHowOldTheNewestRegisterAndTheLastCheckAre(Database on) {
    on(on);
    assertThat(gauge("register.last.seconds")).isNaN();
    QueuesTest.file(database, QueuesTest.OAK, "APPLIED", -7200);
    QueuesTest.file(database, QueuesTest.OAK, "REFUSED", -86_399);
    QueuesTest.file(database, QueuesTest.OAK, "REFUSED", -86_400);
    database
        .jdbc()
        .sql("update register_import set applied_at = received_at where state = 'APPLIED'")
        .update();
    KeptChecks checks = new KeptChecks(database.jdbc(), clock);
    checks.end(checks.begin(Actor.PROGRAM, null).orElseThrow(), java.util.List.of());
    aQuarterOfAMinuteLater();

    assertThat(gauge("register.last.seconds")).isEqualTo(7200);
    assertThat(gauge("register.files", "state", "applied")).isEqualTo(1);
    assertThat(gauge("register.files", "state", "refused")).isEqualTo(1);
    assertThat(gauge("check.last.seconds")).isZero();
    assertThat(gauge("nodes.up")).isEqualTo(1);
  }

  @OnBothDatabases
  void saysNothingWhileTheDatabaseIsAwayAndNeverNamesASchool(Database on) {
    on(on);
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .allSatisfy(
            id ->
                assertThat(id.toString())
                    .doesNotContain("oak")
                    .startsWith("MeterId{name='attendance."));
    database.jdbc().sql("drop table ACT_RU_JOB").update();

    aQuarterOfAMinuteLater();
    assertThat(gauge("tasks")).isNaN();
    assertThat(gauge("messages", "state", "waiting")).isNaN();
  }

  private void task(String id, String kind, long pupil, long due) {
    database
        .jdbc()
        .sql(
            """
            insert into case_file (process, cause, business_key, school_id, pupil_id, policy_pack,
              policy_version, started_on, opened_at, instance_id, head)
            values ('first-day-contact', 'unexplained', 'k', 'oak', :pupil, 'national', '1',
              date '2025-11-03', :at, 'i', 'x')
            """)
        .param("pupil", pupil)
        .param("at", StandingClock.START.atOffset(ZoneOffset.UTC))
        .update();
    database
        .jdbc()
        .sql(
            """
            insert into worklist (task_id, case_id, school_id, pupil_id, task, role, due_at, due_on, opened_at)
            values (:id, (select max(id) from case_file), 'oak', :pupil, :kind, 'office', :at,
              date '2025-11-03', :at)
            """)
        .param("id", id)
        .param("pupil", pupil)
        .param("kind", kind)
        .param("at", StandingClock.START.plusSeconds(due).atOffset(ZoneOffset.UTC))
        .update();
  }
}

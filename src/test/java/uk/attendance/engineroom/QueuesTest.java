package uk.attendance.engineroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.StandingClock;
import uk.attendance.letter.MessageState;
import uk.attendance.register.ImportState;
import uk.attendance.school.SchoolId;

/** How much waits, since when, and never counted to the end. */
class QueuesTest {

  static final SchoolId OAK = new SchoolId("oak");
  private static final SchoolId ELM = new SchoolId("elm");

  private final StandingClock clock = new StandingClock();

  @OnBothDatabases
  void countsWhatIsDueOfTheSchoolsAskedForWithTheOldest(Database database) {
    Queues queues = schools(database);
    message(database, OAK, "WAITING", -60);
    message(database, OAK, "WAITING", -120);
    message(database, OAK, "WAITING", 0);
    message(database, OAK, "WAITING", 1);
    message(database, OAK, "FAILED", -5);
    message(database, ELM, "WAITING", -300);
    message(database, OAK, "SENT", -9000);

    Map<MessageState, Queue> oak = queues.messages(List.of(OAK));

    assertThat(oak.get(MessageState.WAITING)).isEqualTo(new Queue(3, at(-120)));
    assertThat(oak.get(MessageState.FAILED)).isEqualTo(new Queue(1, at(-5)));
    assertThat(oak.get(MessageState.UNKNOWN)).isEqualTo(Queue.EMPTY);
    assertThat(oak).doesNotContainKey(MessageState.SENT);
    assertThat(queues.messages(null).get(MessageState.WAITING)).isEqualTo(new Queue(4, at(-300)));
    assertThat(queues.messages(List.of()).get(MessageState.WAITING)).isEqualTo(Queue.EMPTY);
    assertThat(oak.get(MessageState.WAITING).age(StandingClock.START))
        .isEqualTo(Duration.ofSeconds(120));
    assertThat(Queue.EMPTY.age(StandingClock.START)).isZero();
  }

  @OnBothDatabases
  void stopsCountingAtAThousand(Database database) {
    Queues queues = schools(database);
    for (int count : new int[] {999, 1000, 1001, 1002}) {
      database.jdbc().sql("delete from register_import").update();
      for (int i = 0; i < count; i++) {
        file(database, OAK, "STOPPED", -i);
      }
      assertThat(queues.registerFiles(null).get(ImportState.STOPPED).words())
          .isEqualTo(count > 1000 ? "1000+" : Integer.toString(count));
    }
  }

  @OnBothDatabases
  void tellsWhoWaitsForTheRegisterCloseFromWhoWasSetAside(Database database) {
    Queues queues = schools(database);
    long pupil = pupil(database);
    close(database, pupil, null, -30);
    close(database, pupil, "broke", -40);
    close(database, pupil, "broke", -50);

    assertThat(queues.registerClose(List.of(OAK))).isEqualTo(new Queue(1, at(-30)));
    assertThat(queues.setAside(null)).isEqualTo(new Queue(2, at(-50)));
    assertThat(queues.setAside(List.of(ELM))).isEqualTo(Queue.EMPTY);
  }

  @OnBothDatabases
  void knowsWhichStepsAreDueLockedOrGivenUp(Database database) {
    Queues queues = schools(database);
    job(database, "due", 3, 1, -10, null);
    job(database, "due-now", 1, 1, 0, null);
    job(database, "later", 3, 1, 1, null);
    job(database, "held", 3, 2, -10, null);
    job(database, "given-up", 0, 1, -10, null);
    job(database, "locked", 3, 1, -20, 0);
    job(database, "lock-past", 3, 1, -5, -1);

    assertThat(queues.jobsDue()).isEqualTo(new Queue(4, at(-20)));
    assertThat(queues.jobsLocked().count()).isEqualTo(1);
    assertThat(queues.locksPast()).isEqualTo(new Queue(1, at(-1)));
    assertThat(queues.jobsGivenUp(null)).isEqualTo(Queue.EMPTY);
    database
        .jdbc()
        .sql("insert into ACT_RU_INCIDENT values ('failedJob', :at, 'none')")
        .param("at", java.sql.Timestamp.from(at(-7)))
        .update();
    assertThat(queues.jobsGivenUp(null)).isEqualTo(new Queue(1, at(-7)));
    assertThat(queues.jobsGivenUp(List.of(OAK)).count()).isEqualTo(1);
  }

  Queues schools(Database database) {
    for (SchoolId school : List.of(OAK, ELM)) {
      database
          .jdbc()
          .sql(
              "insert into school (id, name, pack, local_authority) values (:id, 'S', 'national', 'L')")
          .param("id", school.value())
          .update();
    }
    // the engine's tables are not there in these tests
    database
        .jdbc()
        .sql(
            """
            create table ACT_RU_JOB (ID_ varchar(64), RETRIES_ integer, SUSPENSION_STATE_ integer,
              DUEDATE_ timestamp, LOCK_EXP_TIME_ timestamp)
            """)
        .update();
    database
        .jdbc()
        .sql(
            "create table ACT_RU_INCIDENT (INCIDENT_TYPE_ varchar(64), INCIDENT_TIMESTAMP_ timestamp, PROC_INST_ID_ varchar(64))")
        .update();
    return new Queues(database.jdbc(), clock);
  }

  private static Instant at(long seconds) {
    return StandingClock.START.plusSeconds(seconds);
  }

  static void message(Database database, SchoolId school, String state, long sendAfter) {
    database
        .jdbc()
        .sql(
            """
            insert into message (school_id, letter, title, recipient, state, rule, why, ordered_at,
              ordered_on, send_after, mail_id)
            values (:school, 'l', 'L', 'R', :state, 'NF-F1', '{}', :at, date '2025-11-03', :at, 'm')
            """)
        .param("school", school.value())
        .param("state", state)
        .param("at", at(sendAfter).atOffset(ZoneOffset.UTC))
        .update();
  }

  static void file(Database database, SchoolId school, String state, long received) {
    database
        .jdbc()
        .sql(
            """
            insert into register_import (school_id, file_name, sha256, size_bytes, exported_at,
              received_at, received_by, received_title, unattended, state)
            values (:school, 'a.csv', 'x', 1, :at, :at, 'Pat Clerk', 'Clerk', false, :state)
            """)
        .param("school", school.value())
        .param("state", state)
        .param("at", at(received).atOffset(ZoneOffset.UTC))
        .update();
  }

  static long pupil(Database database) {
    database
        .jdbc()
        .sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values ('oak', '1', 'Robin', 'Example', date '2015-05-01', '5', date '2024-09-02')
            """)
        .update();
    return database.jdbc().sql("select max(id) from pupil").query(Long.class).single();
  }

  private static void close(
      Database database, long pupil, @org.jspecify.annotations.Nullable String failure, long at) {
    database
        .jdbc()
        .sql(
            """
            insert into register_close (school_id, pupil_id, queued_at, try_at, failure)
            values ('oak', :pupil, :at, :at, :failure)
            """)
        .param("pupil", pupil)
        .param("at", at(at).atOffset(ZoneOffset.UTC))
        .param("failure", failure)
        .update();
  }

  private static void job(
      Database database,
      String id,
      int retries,
      int suspension,
      long due,
      @org.jspecify.annotations.Nullable Integer lock) {
    database
        .jdbc()
        .sql("insert into ACT_RU_JOB values (:id, :retries, :suspension, :due, :lock)")
        .param("id", id)
        .param("retries", retries)
        .param("suspension", suspension)
        .param("due", java.sql.Timestamp.from(at(due)))
        .param(
            "lock",
            lock == null ? null : java.sql.Timestamp.from(at(lock)),
            java.sql.Types.TIMESTAMP)
        .update();
  }
}

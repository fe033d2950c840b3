package uk.attendance.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

class MovingOnTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate SUNDAY = FRIDAY.plusDays(2);
  private static final LocalDate MONDAY = FRIDAY.plusDays(3);

  @OnBothDatabases
  void bringsInASchoolUpToThisMorning(Database database) {
    try (SomeDemonstration demonstration = new SomeDemonstration(database, SUNDAY)) {
      demonstration.moving.load();

      assertThat(demonstration.clock.instant()).isEqualTo(Instant.parse("2026-11-20T09:30:00Z"));
      assertThat(demonstration.count("select count(*) from pupil where leaving_date is null"))
          .isEqualTo(20);
      assertThat(demonstration.count("select count(*) from school where made_up")).isEqualTo(1);
      assertThat(demonstration.count("select count(*) from people_reject")).isZero();
      assertThat(rejectedMarks(demonstration)).isZero();
      assertThat(marksOn(demonstration, FRIDAY, "AM")).isEqualTo(20);
      assertThat(marksOn(demonstration, FRIDAY, "PM")).isZero();
      assertThat(demonstration.count("select count(*) from mark")).isGreaterThan(6000);
      assertThat(demonstration.count("select count(*) from amendment where original = 'N'"))
          .isPositive();
      assertThat(demonstration.count("select count(*) from account where not made_up")).isZero();
      assertThat(demonstration.count("select count(*) from class_teacher")).isEqualTo(4);
    }
  }

  @OnBothDatabases
  void keepsEverythingWhenItStartsAgainOnALaterDay(Database database) {
    try (SomeDemonstration first = new SomeDemonstration(database, SUNDAY)) {
      first.moving.load();
    }
    String before = fingerprint(database);

    try (SomeDemonstration again = new SomeDemonstration(database, MONDAY.plusDays(40))) {
      again.moving.load();

      assertThat(again.clock.day()).isEqualTo(FRIDAY);
      assertThat(fingerprint(database)).isEqualTo(before);
    }
  }

  @OnBothDatabases
  void loadsAnewWhatBrokeOffHalfWay(Database database) {
    try (SomeDemonstration first = new SomeDemonstration(database, SUNDAY)) {
      first.moving.load();
      String whole = fingerprint(database);
      first.jdbc.sql("delete from demonstration_school").update();

      first.moving.load();

      assertThat(fingerprint(database)).isEqualTo(whole);
    }
  }

  @OnBothDatabases
  void movesOverAWeekendAndBringsInTheRestOfFridayAndMondayMorning(Database database) {
    try (SomeDemonstration demonstration = new SomeDemonstration(database, SUNDAY)) {
      demonstration.moving.load();
      int unexplained = unexplainedOn(demonstration, FRIDAY);

      boolean moved = demonstration.moving.moveOn(FRIDAY);

      assertThat(moved).isTrue();
      assertThat(demonstration.clock.day()).isEqualTo(MONDAY);
      assertThat(demonstration.standing.standing().orElseThrow().morning()).isEqualTo(MONDAY);
      assertThat(demonstration.moves)
          .extracting(move -> move.now().toString())
          .containsExactly("2026-11-23T09:30:00Z");
      assertThat(marksOn(demonstration, FRIDAY, "PM")).isEqualTo(20);
      assertThat(marksOn(demonstration, MONDAY, "AM")).isEqualTo(20);
      assertThat(marksOn(demonstration, MONDAY, "PM")).isZero();
      assertThat(unexplained).isPositive();
      assertThat(rejectedMarks(demonstration)).isZero();
    }
  }

  @OnBothDatabases
  void letsAQuarterOfAnHourPassOnceForEachPageAndBeginsTheNextDayAtHalfPastNine(Database database) {
    try (SomeDemonstration demonstration = new SomeDemonstration(database, SUNDAY)) {
      demonstration.moving.load();
      Instant halfPastNine = demonstration.clock.instant();

      assertThat(demonstration.moving.letTimePass(halfPastNine)).isTrue();
      assertThat(demonstration.moving.letTimePass(halfPastNine)).isFalse();

      assertThat(demonstration.clock.instant()).isEqualTo(Instant.parse("2026-11-20T09:45:00Z"));
      assertThat(demonstration.standing.standing().orElseThrow().now())
          .isEqualTo(demonstration.clock.instant());

      demonstration.moving.moveOn(FRIDAY);

      assertThat(demonstration.standing.standing().orElseThrow().now())
          .isEqualTo(Instant.parse("2026-11-23T09:30:00Z"));
    }
  }

  @OnBothDatabases
  void movesOnlyOnceWhenPressedTwice(Database database) {
    try (SomeDemonstration demonstration = new SomeDemonstration(database, SUNDAY)) {
      demonstration.moving.load();
      demonstration.moving.moveOn(FRIDAY);
      String before = fingerprint(database);

      boolean movedAgain = demonstration.moving.moveOn(FRIDAY);

      assertThat(movedAgain).isFalse();
      assertThat(demonstration.clock.day()).isEqualTo(MONDAY);
      assertThat(fingerprint(database)).isEqualTo(before);
    }
  }

  @OnBothDatabases
  void movesOnlyOnceWhenTwoPeoplePressAtOnce(Database database) throws Exception {
    ExecutorService two = Executors.newFixedThreadPool(2);
    try (SomeDemonstration demonstration = new SomeDemonstration(database, SUNDAY)) {
      demonstration.moving.load();
      Callable<Boolean> press = () -> demonstration.moving.moveOn(FRIDAY);

      List<Future<Boolean>> pressed = two.invokeAll(List.of(press, press));

      assertThat(Set.of(pressed.get(0).get(), pressed.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
      assertThat(demonstration.clock.day()).isEqualTo(MONDAY);
    } finally {
      two.shutdown();
    }
  }

  @OnBothDatabases
  void bringsInAtTheNextStartWhatACrashDuringTheMoveLeftOut(Database database) {
    try (SomeDemonstration demonstration = new SomeDemonstration(database, SUNDAY)) {
      demonstration.moving.load();
      demonstration.standing.moveOn(FRIDAY, MONDAY);
    }

    try (SomeDemonstration again = new SomeDemonstration(database, SUNDAY)) {
      again.moving.load();

      assertThat(again.clock.day()).isEqualTo(MONDAY);
      assertThat(marksOn(again, MONDAY, "AM")).isEqualTo(20);
    }
  }

  @OnBothDatabases
  void leavesOutADayThatAPersonHasClosed(Database database) {
    try (SomeDemonstration demonstration = new SomeDemonstration(database, SUNDAY)) {
      demonstration.moving.load();
      demonstration
          .jdbc
          .sql(
              "insert into special_day (school_id, day_on, am_open, pm_open, kind, reason)"
                  + " values ('lady-byron', date '2026-11-23', false, false, 'UNEXPECTED_CLOSURE', 'Snow')")
          .update();
      demonstration.jdbc.sql("update school set calendar_version = 999999").update();

      demonstration.moving.moveOn(FRIDAY);

      assertThat(marksOn(demonstration, MONDAY, "AM")).isZero();
      assertThat(rejectedMarks(demonstration)).isZero();
    }
  }

  private static int marksOn(SomeDemonstration demonstration, LocalDate day, String session) {
    return demonstration.count(
        "select count(*) from mark where marked_on = date '%s' and session = '%s'"
            .formatted(day, session));
  }

  private static int unexplainedOn(SomeDemonstration demonstration, LocalDate day) {
    return demonstration.count(
        "select count(*) from mark where marked_on = date '%s' and code = 'N'".formatted(day));
  }

  private static int rejectedMarks(SomeDemonstration demonstration) {
    return demonstration.count("select coalesce(sum(marks_rejected), 0) from register_import");
  }

  /** Everything that a second load must leave as it is. */
  private static String fingerprint(Database database) {
    return database
        .jdbc()
        .sql(
            """
            select (select count(*) from mark) || ' ' || (select count(*) from amendment) || ' '
              || (select count(*) from pupil) || ' ' || (select count(*) from contact) || ' '
              || (select count(*) from account) || ' ' || (select count(*) from account_role) || ' '
              || (select count(*) from class_teacher) || ' '
              || (select count(*) from mark where code = 'N') || ' '
              || (select count(*) from special_day)
            """)
        .query(String.class)
        .single();
  }
}

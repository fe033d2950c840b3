package uk.attendance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.fault.StoryDay.at;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.attendance.Database;
import uk.attendance.fault.StoryDay.Step;

/** A node is killed at named points and started again on the same database. */
class KilledNodeTest {

  private static final LocalDate MONDAY = LocalDate.parse("2025-11-03");
  private static final int PUPILS = 10;

  @Test
  void goesOnWhereItWasKilledOnPostgreSql() throws Exception {
    try (Scene scene = Scene.onPostgreSql(Database.Postgres.newDatabase(false))) {
      StoryDay calm = calm(scene);
      Outcome expected = calm.outcome();

      StoryDay day =
          new StoryDay(scene, calm.node(), "storm", MONDAY.plusDays(1))
              .founded(PUPILS)
              .take(
                  Step.MORNING,
                  at("commit merge into mark", 1),
                  at("statement insert into case_file", 4))
              .take(Step.TEACHERS_LATE, at("after delegate sendFirstDayMessage", 2))
              .takeAndDieBeforeNotifyAnswers(
                  Step.MESSAGES, at("before mail", 2), at("after text", 1))
              .take(Step.CALLS)
              .take(Step.LETTERS)
              .take(Step.AFTERNOON);

      assertSame(day.outcome(), expected, 2);
    }
  }

  @Test
  void goesOnWhereItWasKilledOnTheFileOfH2() throws Exception {
    try (Scene scene = Scene.onH2()) {
      StoryDay calm = calm(scene);
      Outcome expected = calm.outcome();

      StoryDay day =
          new StoryDay(scene, calm.node(), "storm", MONDAY.plusDays(1))
              .founded(PUPILS)
              .take(Step.MORNING, at("committed merge into mark", 1))
              .take(Step.TEACHERS_LATE)
              .takeAndDieBeforeNotifyAnswers(
                  Step.MESSAGES, at("after mail", 1), at("before text", 2))
              .take(Step.CALLS)
              .take(Step.LETTERS)
              .take(Step.AFTERNOON);

      assertSame(day.outcome(), expected, 2);
    }
  }

  private static StoryDay calm(Scene scene) throws Exception {
    return new StoryDay(scene, scene.starting().awaitUp(), "calm", MONDAY).founded(PUPILS).all();
  }

  private static void assertSame(Outcome found, Outcome calm, int unknown) {
    assertThat(calm.unknown()).isZero();
    assertThat(found.lost(calm)).isEmpty();
    assertThat(found.doubled(calm)).isEmpty();
    assertThat(found.broken()).isEmpty();
    assertThat(found.unknown()).isLessThanOrEqualTo(unknown);
  }
}

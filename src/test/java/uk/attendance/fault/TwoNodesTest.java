package uk.attendance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import uk.attendance.fault.BrownOut.Way;
import uk.attendance.fault.MailServer.Mood;
import uk.attendance.fault.StoryDay.Step;

/**
 * Two nodes on one PostgreSQL, behind a network that may stall, in front of a mail server with
 * moods. They are started once; each test is another day at another school, and the one that kills
 * a node comes last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

  private static final int DAYS = 6;

  private static Ground ground;

  @BeforeAll
  static void start() {
    ground = Ground.twoNodesOnPostgreSql();
  }

  @AfterAll
  static void stop() {
    if (ground != null) {
      ground.close();
    }
  }

  @Test
  @Order(1)
  void doEveryTimerAndEveryMessageOnce() {
    // the day without a fault: each timer was due on both, each message too
    Outcome calm = ground.calm();

    assertThat(calm.doubled(calm)).isEmpty();
    assertThat(calm.lost(calm)).isEmpty();
    assertThat(calm.dump()).doesNotHaveDuplicates();
    assertThat(calm.dump())
        .filteredOn(line -> line.contains("PASSED go-on-without-teacher "))
        .hasSize(Ground.PUPILS)
        .allMatch(line -> line.endsWith(" 1"));
  }

  @Test
  @Order(2)
  void bringOneFileInOnceThoughBothAreGivenIt() {
    StoryDay here = ground.story("twofold");
    StoryDay there = here.at(ground.node(1));

    for (Step step : List.of(Step.MORNING, Step.AFTERNOON)) {
      here.clock(step);
      CompletableFuture<Void> second = CompletableFuture.runAsync(() -> there.ask(step));
      here.ask(step);
      second.join();
      here.rest();
      if (step == Step.MORNING) {
        here.take(Step.TEACHERS_LATE).take(Step.MESSAGES).take(Step.CALLS).take(Step.LETTERS);
      }
    }

    assertAsCalm(here, 0);
  }

  @Test
  @Order(3)
  void eachMailGoesOnceWhateverTheMailServerDoes() {
    Map<String, Mood> moods =
        Map.of(
            "mail-451", new Mood("RCPT", "451 later", 2),
            "end-452", new Mood("END", "452 no room", 2),
            "mail-550", new Mood("RCPT", "550 no such person", 1),
            "tarpit", new Mood("MAIL", MailServer.SAYS_NOTHING, 1),
            "tarpit-end", new Mood("END", MailServer.SAYS_NOTHING, 1),
            "dropped", new Mood("DATA", MailServer.HANGS_UP, 1),
            "dropped-end", new Mood("END", MailServer.HANGS_UP, 1),
            "dropped-quit", new Mood("QUIT", MailServer.HANGS_UP, 1));
    LocalDate today = ground.nextDay();
    MailServer mail = ground.scene.mail;
    moods.forEach(mail::mood);
    List<StoryDay> schools =
        moods.keySet().stream()
            .sorted()
            .map(school -> new StoryDay(ground.scene, ground.node(0), school, today).founded(1))
            .toList();
    for (Step step : List.of(Step.MORNING, Step.TEACHERS_LATE)) {
      schools.forEach(school -> school.begin(step));
      schools.forEach(StoryDay::rest);
    }
    mail.goDown();
    schools.forEach(school -> school.begin(Step.MESSAGES));
    StoryDay.pause();
    mail.comeUp();
    schools.forEach(StoryDay::rest);

    assertThat(schools.stream().map(school -> school.school() + ": " + ending(school)))
        .containsExactly(
            "dropped: SENT, arrived 1",
            "dropped-end: UNKNOWN, arrived 1",
            "dropped-quit: SENT, arrived 1",
            "end-452: SENT, arrived 1",
            "mail-451: SENT, arrived 1",
            "mail-550: FAILED, arrived 0",
            "tarpit: SENT, arrived 1",
            "tarpit-end: UNKNOWN, arrived 1");
    for (StoryDay school : schools) {
      boolean settled = ending(school).startsWith("SENT");
      assertThat(school.insist("dump", school.school()))
          .filteredOn(line -> line.contains("resolve-undelivered-letter office"))
          .as(school.school())
          .hasSize(settled ? 0 : 1);
      assertThat(school.outcome().broken()).isEmpty();
    }
  }

  private static String ending(StoryDay school) {
    List<String> messages = school.insist("messages", school.school());
    assertThat(messages).hasSize(1);
    String[] words = messages.get(0).split(" ");
    return "%s, arrived %d".formatted(words[2], ground.scene.mail.taken(words[0]));
  }

  @Test
  @Order(4)
  void eachTextGoesOnceWhateverNotifyDoesAndEveryReceiptCountsOnce() {
    StoryDay story = ground.story("brown-out");

    ground
        .brownOut(story, new Random(20251103))
        .befall(
            List.of(
                Way.AT_ITS_LIMIT, Way.HANGS_UP_BEFORE, Way.HANGS_UP_AFTER, Way.ERRS, Way.TOO_SLOW),
            500);

    assertAsCalm(story, 0);
  }

  @Test
  @Order(5)
  void goOnByThemselvesWhenTheDatabaseIsRestarted() {
    StoryDay story = ground.story("restarted");

    story.begin(Step.MORNING);
    ground.postgresql().restartFast();
    story.rest();
    story.begin(Step.TEACHERS_LATE);
    ground.postgresql().restartImmediately();
    story.rest();
    story.begin(Step.MESSAGES);
    ground.postgresql().terminateConnections();
    story.rest();
    story.begin(Step.CALLS);
    ground.postgresql().terminateConnections();
    story.rest();
    story.take(Step.LETTERS).take(Step.AFTERNOON);

    assertAsCalm(story, 0);
  }

  @Test
  @Order(6)
  void goOnByThemselvesWhenTheNetworkHasStalled() {
    StoryDay story = ground.story("stalled");

    story.begin(Step.MORNING);
    stall(story);
    story.take(Step.TEACHERS_LATE);
    story.begin(Step.MESSAGES);
    stall(story);
    story.take(Step.CALLS).take(Step.LETTERS).take(Step.AFTERNOON);

    assertAsCalm(story, 0);
  }

  /** Longer than the patience of both sides. */
  private static void stall(StoryDay story) {
    ground.wire().stall();
    for (int tries = 0; tries < 50; tries++) {
      StoryDay.pause();
    }
    ground.wire().flow();
    story.rest();
  }

  @Test
  @Order(7)
  void nothingIsDoneTwiceByANodeThatStoodStill() throws Exception {
    Node one = ground.node(0);
    boolean stoodInAJob = false;
    boolean stoodAfterAMail = false;
    // which node takes what is left to chance: another day where the other one took it all
    for (int n = 0; n < DAYS && !(stoodInAJob && stoodAfterAMail); n++) {
      StoryDay story = ground.story("standing-" + n, 1).take(Step.MORNING);
      stoodInAJob |= standing(one, story, Step.TEACHERS_LATE, "after delegate sendFirstDayMessage");
      stoodAfterAMail |= standing(one, story, Step.MESSAGES, "after mail");
      story.take(Step.CALLS).take(Step.LETTERS).take(Step.AFTERNOON);

      assertAsCalm(story, 1);
    }

    assertThat(stoodInAJob || stoodAfterAMail).isTrue();
  }

  private static boolean standing(Node one, StoryDay story, Step step, String point)
      throws Exception {
    one.ask("stand", point.replace(' ', '_'), "1");
    story.take(step);
    boolean stood = one.hasStood();
    one.thaw();
    one.ask("arm", "nowhere", "1");
    story.rest();
    return stood;
  }

  @Test
  @Order(8)
  void theOtherNodeTakesOverWhatAKilledOneHeld() throws Exception {
    Node one = ground.node(0);
    for (int n = 0; n < DAYS && one.isAlive(); n++) {
      StoryDay story = ground.story("taken-over-" + n, 1).take(Step.MORNING);
      one.ask("arm", "after_delegate_sendFirstDayMessage", "1");
      story
          .take(Step.TEACHERS_LATE)
          .take(Step.MESSAGES)
          .take(Step.CALLS)
          .take(Step.LETTERS)
          .take(Step.AFTERNOON);

      assertAsCalm(story, 0);
    }

    assertThat(one.isAlive()).isFalse();
  }

  private static void assertAsCalm(StoryDay story, int unknown) {
    Outcome found = story.outcome();
    assertThat(found.lost(ground.calm())).isEmpty();
    assertThat(found.doubled(ground.calm())).isEmpty();
    assertThat(found.broken()).isEmpty();
    assertThat(found.unknown()).isLessThanOrEqualTo(unknown);
  }
}

package uk.attendance.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import uk.attendance.fault.Node.Died;
import uk.attendance.fault.Node.Refused;
import uk.attendance.fault.StoryDay.Step;
import uk.attendance.notify.NotifyStandIn;
import uk.attendance.notify.NotifyStandIn.Dawdles;
import uk.attendance.notify.NotifyStandIn.HangsUp;
import uk.attendance.notify.NotifyStandIn.Mood;
import uk.attendance.notify.NotifyStandIn.Refuses;
import uk.attendance.notify.NotifyStandIn.Says;
import uk.attendance.notify.NotifyStandIn.Taken;

/**
 * A morning on which GOV.UK Notify has a brown-out while the texts go: it is at its limit, errs, is
 * slow, hangs up before and after it took a text, and answers nobody for a moment; its receipts
 * come early, late, twice and in the wrong order.
 */
final class BrownOut {

  /** No more than the day has texts, so that all of it is over when they have gone. */
  private static final int MOST = Ground.PUPILS / 2;

  /** As long as a text may rest at a limit, and be tried again, before the office rings. */
  private static final int MINUTES = 25;

  private final NotifyStandIn notify;
  private final StoryDay story;
  private final List<Node> nodes;
  private final Random chance;
  private final int before;
  private final List<Taken> told = new ArrayList<>();
  private int refused;

  BrownOut(Scene scene, StoryDay story, List<Node> nodes, Random chance) {
    this.notify = scene.texts;
    this.story = story;
    this.nodes = nodes;
    this.chance = chance;
    this.before = notify.taken().size();
  }

  /** One way to misbehave; some of them as a network in between does. */
  enum Way {
    AT_ITS_LIMIT(new Refuses(429, "RateLimitError", "Exceeded rate limit for key type LIVE")),
    ERRS(new Refuses(500, "Exception", "Internal server error")),
    IS_AWAY(new Refuses(503, "Exception", "Service unavailable")),
    BAD_GATEWAY(new Says(502, "<html>Bad gateway</html>")),
    HANGS_UP_BEFORE(new HangsUp(false)),
    HANGS_UP_AFTER(new HangsUp(true)),
    SLOW(null),
    TOO_SLOW(null);

    private final @org.jspecify.annotations.Nullable Mood mood;

    Way(@org.jspecify.annotations.Nullable Mood mood) {
      this.mood = mood;
    }

    private Mood mood() {
      return mood == null ? slow(this == SLOW ? 1 : 6) : mood;
    }

    private static Mood slow(int seconds) {
      CountDownLatch until = new CountDownLatch(1);
      CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS).execute(until::countDown);
      return new Dawdles(until);
    }
  }

  /** The whole day, with some of the ways while its texts go, in an order of chance. */
  String befall() {
    List<Way> ways = new ArrayList<>();
    for (int n = 2 + chance.nextInt(MOST - 1); n > 0; n--) {
      ways.add(Way.values()[chance.nextInt(Way.values().length)]);
    }
    return befall(ways, chance.nextInt(2000));
  }

  String befall(List<Way> ways, int awayMillis) {
    story.take(Step.MORNING).take(Step.TEACHERS_LATE);
    ways.forEach(way -> notify.next(way.mood()));
    CompletableFuture<Void> away =
        CompletableFuture.runAsync(
            () -> away(awayMillis),
            CompletableFuture.delayedExecutor(chance.nextInt(1000), TimeUnit.MILLISECONDS));
    story.begin(Step.MESSAGES);
    away.join();
    story.rest(this::receipts);
    for (int minute = 1; minute <= MINUTES && textsWait(); minute++) {
      story.clock(Step.MESSAGES, minute);
      story.rest(this::receipts);
    }
    story.take(Step.CALLS).take(Step.LETTERS);
    lastReceipts();
    story.take(Step.AFTERNOON);
    return "%s, away for %d ms; %d receipts came too early".formatted(ways, awayMillis, refused);
  }

  private void away(int millis) {
    notify.isAway(true);
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    notify.isAway(false);
  }

  private boolean textsWait() {
    return story.insist("messages", story.school()).stream()
        .map(line -> line.split(" "))
        .anyMatch(words -> words[1].equals("SMS") && words[2].equals("WAITING"));
  }

  private List<Taken> texts() {
    List<Taken> taken = notify.taken();
    return taken.subList(before, taken.size());
  }

  /** Of some that it took, perhaps before its own answer is there; of some twice. */
  private void receipts() {
    for (Taken text : texts()) {
      if (chance.nextInt(3) == 0) {
        tell(text, "sending");
      }
      if (chance.nextInt(3) == 0) {
        tell(text, "delivered");
      }
    }
  }

  /** All that were not believed, again; then what must not change anything any more. */
  private void lastReceipts() {
    for (Taken text : texts()) {
      if (!told.contains(text)) {
        tell(text, "delivered");
      }
      tell(text, "delivered");
      tell(text, "permanent-failure");
      tell(text, "sending");
    }
  }

  private void tell(Taken text, String status) {
    Node node = nodes.get(chance.nextInt(nodes.size()));
    try {
      List<String> answer = node.ask("receipt", story.school(), text.id, text.reference, status);
      if (answer.contains("again")) {
        refused++;
      } else if (status.equals("delivered")) {
        told.add(text);
        text.is("delivered");
      }
    } catch (Died | Refused e) {
      // Notify tells it again
    }
  }
}

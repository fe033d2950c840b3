package uk.attendance.fault;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import uk.attendance.fault.Node.Died;
import uk.attendance.fault.Node.Refused;
import uk.attendance.notify.NotifyStandIn;

/**
 * A school's day, step by step, through whatever befalls the node: one that died is started again
 * on the same database, and what a person was refused they ask for once more.
 */
final class StoryDay {

  /** Longer than any lease, lock and time-out, on the slowest machine. */
  private static final int MOST_TRIES = 600;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  /** What happens, and when: far enough apart for the slowest machine. */
  enum Step {
    /** The file of the morning comes in, and cases open. */
    MORNING("09:30", "morning"),
    /** The teachers' minutes are over: jobs order the first messages. */
    TEACHERS_LATE("10:15", null),
    /** The minutes for calling them back are over: messages go. */
    MESSAGES("11:00", null),
    /** The office rings. */
    CALLS("11:30", "calls"),
    /** What the calls brought about goes. */
    LETTERS("12:30", null),
    /** The file of the afternoon, with a corrected mark. */
    AFTERNOON("14:00", "afternoon");

    private final LocalTime time;
    private final @Nullable String command;

    Step(String time, @Nullable String command) {
      this.time = LocalTime.parse(time);
      this.command = command;
    }
  }

  private final Scene scene;
  private final String school;
  private final LocalDate day;
  private Node node;
  private final Deque<Death> coming = new ArrayDeque<>();
  private @Nullable Death armed;
  private int deaths;

  StoryDay(Scene scene, Node node, String school, LocalDate day) {
    this.scene = scene;
    this.node = node;
    this.school = school;
    this.day = day;
  }

  /** The school is there, with so many pupils. */
  StoryDay founded(int pupils) {
    insist("found", school, Integer.toString(pupils));
    return this;
  }

  StoryDay all() {
    for (Step step : Step.values()) {
      take(step);
    }
    return this;
  }

  /** The step until nothing is left to be done without a person. */
  StoryDay take(Step step) {
    begin(step);
    rest();
    return this;
  }

  /** The step as far as a person waits for it. */
  void begin(Step step) {
    clock(step);
    ask(step);
  }

  void clock(Step step) {
    clock(step, 0);
  }

  /** So many minutes after the step began. */
  void clock(Step step, int minutes) {
    scene.at(day.atTime(step.time).plusMinutes(minutes).toInstant(ZoneOffset.UTC));
  }

  void ask(Step step) {
    if (step.command != null) {
      insist(step.command, school, day.toString());
    }
  }

  /** Where a node dies: at a point, when it passes it for the nth time. */
  record Death(String point, int pass) {}

  static Death at(String point, int pass) {
    return new Death(point, pass);
  }

  /** The step, in the midst of which one node after the other dies; the last one lives. */
  StoryDay take(Step step, Death... deaths) {
    coming.addAll(List.of(deaths));
    Death first = coming.remove();
    insist("arm", first.point().replace(' ', '_'), Integer.toString(first.pass()));
    armed = first;
    take(step);
    if (armed != null) {
      throw new AssertionError(
          "in %s nobody came to %s; still to come: %s\n%s"
              .formatted(step, armed, coming, node.log()));
    }
    return this;
  }

  /**
   * The step, in the midst of which the node dies while GOV.UK Notify has a text and has not
   * answered, and then at points; the last one lives.
   */
  StoryDay takeAndDieBeforeNotifyAnswers(Step step, Death... then) {
    coming.addAll(List.of(then));
    takeWhileNotifyDawdles(step, 1, () -> node.kill());
    if (armed != null || deaths <= then.length) {
      throw new AssertionError(
          "in %s nobody came to %s; still to come: %s\n%s"
              .formatted(step, armed, coming, node.log()));
    }
    return this;
  }

  /** The step, and something that happens while Notify has the nth text and has not answered. */
  void takeWhileNotifyDawdles(Step step, int nth, Runnable meanwhile) {
    CountDownLatch answer = new CountDownLatch(1);
    int before = scene.texts.taken().size();
    scene.texts.nextBut(nth - 1, new NotifyStandIn.Dawdles(answer));
    begin(step);
    for (int tries = 0; tries < MOST_TRIES && scene.texts.taken().size() < before + nth; tries++) {
      pause();
    }
    meanwhile.run();
    answer.countDown();
    rest();
  }

  void rest() {
    rest(() -> {});
  }

  /** Until nothing is left to be done without a person; meanwhile something else happens. */
  void rest(Runnable meanwhile) {
    List<String> busy = List.of();
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      meanwhile.run();
      busy = insist("busy", school);
      if (busy.isEmpty()) {
        return;
      }
      pause();
    }
    throw new AssertionError(
        "school %s does not come to rest: %s\n%s".formatted(school, busy, node.log()));
  }

  /** Asks until the node does it. */
  List<String> insist(String... words) {
    String last = "";
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      try {
        return node.ask(words);
      } catch (Died e) {
        deaths++;
        restart();
      } catch (Refused e) {
        last = e.getMessage();
        pause();
      }
    }
    throw new AssertionError("%s\n%s".formatted(last, node.log()));
  }

  private void restart() {
    armed = coming.poll();
    try {
      node =
          armed == null
              ? scene.starting().awaitUp()
              : scene
                  .starting("--fault.point=" + armed.point(), "--fault.pass=" + armed.pass())
                  .awaitUp();
    } catch (Died e) {
      throw new AssertionError("no node comes up any more:\n" + node.log(), e);
    }
  }

  /** The same day as told to another node. */
  StoryDay at(Node other) {
    return new StoryDay(scene, other, school, day);
  }

  Node node() {
    return node;
  }

  int deaths() {
    return deaths;
  }

  String school() {
    return school;
  }

  Outcome outcome() {
    return new Outcome(insist("dump", school), insist("messages", school), insist("broken"), scene);
  }

  static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

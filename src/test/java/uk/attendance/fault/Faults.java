package uk.attendance.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.attendance.WholeProgram;

/**
 * Repeats every fault at random instants for some minutes, and counts what was lost, what happened
 * twice and which invariants broke. Run by {@code bin/faults}.
 */
final class Faults {

  /** Seeds from one turn of all faults to the next. */
  private static final int LAP = 100;

  private static final List<Boolean> DATABASES = List.of(false, true);
  private static final String HANDS = "20 people at the same 50 cases";

  private final long seed;
  private final long until;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<Boolean, Ground> grounds = new ConcurrentHashMap<>();

  private static final class Tally {
    int times;
    int lost;
    int doubled;
    int broken;
    long unknown;
  }

  private Faults(long minutes, long seed) {
    this.seed = seed;
    this.until = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
  }

  public static void main(String[] arguments) throws Exception {
    long minutes = 5;
    long seed = System.nanoTime() % 1_000_000;
    for (int n = 0; n + 1 < arguments.length; n += 2) {
      switch (arguments[n]) {
        case "--minutes" -> minutes = Long.parseLong(arguments[n + 1]);
        case "--seed" -> seed = Long.parseLong(arguments[n + 1]);
        default -> throw new IllegalArgumentException("unknown: " + arguments[n]);
      }
    }
    Faults faults = new Faults(minutes, seed);
    say("%d minutes, seed %d (the same again: --seed %d)", minutes, seed, seed);
    boolean whole = faults.run();
    System.exit(whole ? 0 : 1);
  }

  /** Both databases side by side: most of a day is waiting for leases and for nodes to start. */
  private boolean run() {
    for (boolean h2 : DATABASES) {
      trials(h2).forEach(trial -> tallies.put(trial.words(), new Tally()));
    }
    ExecutorService lanes = Executors.newFixedThreadPool(DATABASES.size());
    try {
      for (long lap = seed; isTime(); lap += LAP) {
        long first = lap;
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (boolean h2 : DATABASES) {
          running.add(CompletableFuture.runAsync(() -> lane(h2, first), lanes));
        }
        // none comes again before each has come
        running.forEach(CompletableFuture::join);
      }
    } finally {
      lanes.shutdown();
      grounds.values().forEach(Ground::close);
    }
    return table();
  }

  /** Each fault once on a database, in an order of chance. */
  private void lane(boolean h2, long first) {
    List<Trial> trials = trials(h2);
    Collections.shuffle(trials, new Random(first));
    long round = first;
    for (Trial trial : trials) {
      if (isTime()) {
        trial(trial, round++);
      }
    }
  }

  private boolean isTime() {
    return System.nanoTime() < until;
  }

  /** A fault on a database; null stands for many hands. */
  private record Trial(Fault fault, boolean h2) {
    String words() {
      return (fault == null ? HANDS : fault.words) + (h2 ? " (H2)" : " (PostgreSQL)");
    }
  }

  private static List<Trial> trials(boolean h2) {
    List<Trial> trials = new ArrayList<>();
    Fault.on(h2).forEach(fault -> trials.add(new Trial(fault, h2)));
    trials.add(new Trial(null, h2));
    return trials;
  }

  private void trial(Trial trial, long round) {
    Tally tally = tallies.get(trial.words());
    tally.times++;
    try {
      if (trial.fault() == null) {
        hands(trial, round, tally);
      } else {
        day(trial, round, tally);
      }
    } catch (Exception | AssertionError e) {
      tally.lost++;
      say("seed %d  %s: %s", round, trial.words(), e);
      Ground ground = grounds.remove(trial.h2());
      if (ground != null) {
        ground.close();
      }
    }
  }

  private void day(Trial trial, long round, Tally tally) {
    Ground ground = ground(trial.h2());
    StoryDay story = ground.story(ground.newSchool());
    String what = trial.fault().befall(ground, story, new Random(round));
    ground.revive(story);
    Outcome found = story.outcome();
    List<String> lost = found.lost(ground.calm());
    List<String> doubled = found.doubled(ground.calm());
    tally.lost += lost.size();
    tally.doubled += doubled.size();
    tally.broken += found.broken().size();
    tally.unknown += found.unknown();
    say(
        "seed %d  %s: %s%s%s%s%s",
        round,
        trial.words(),
        what,
        found.unknown() == 0 ? "" : "; not known " + found.unknown(),
        words("LOST", lost),
        words("TWICE", doubled),
        words("BROKEN", found.broken()));
    if (!lost.isEmpty() || !doubled.isEmpty() || !found.broken().isEmpty()) {
      say("%s", story.node().log());
    }
  }

  /** One after the other: the clock of the engine is shared by all that runs in this process. */
  private synchronized void hands(Trial trial, long round, Tally tally) throws Exception {
    ManyHands hands =
        new ManyHands(trial.h2() ? WholeProgram.H2 : WholeProgram.POSTGRESQL, 50)
            .allAtOnce(20, round);
    tally.lost += (int) hands.lost() + hands.failures().size() + hands.setAside().size();
    tally.doubled += hands.doneTwice().size();
    tally.broken += hands.broken().size();
    say(
        "seed %d  %s: done%s%s%s",
        round,
        trial.words(),
        words("FAILED", hands.failures()),
        words("SET ASIDE", hands.setAside()),
        words("BROKEN", hands.broken()));
  }

  private Ground ground(boolean h2) {
    Ground ground = grounds.get(h2);
    if (ground != null && !ground.hasDays()) {
      ground.close();
      ground = null;
    }
    if (ground == null) {
      ground = h2 ? Ground.oneNodeOnH2() : Ground.twoNodesOnPostgreSql();
      grounds.put(h2, ground);
    }
    return ground;
  }

  private boolean table() {
    say("");
    say("%-62s %6s %6s %7s %7s %10s", "fault", "times", "lost", "twice", "broken", "not known");
    boolean whole = true;
    for (Map.Entry<String, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      say(
          "%-62s %6d %6d %7d %7d %10d",
          entry.getKey(), tally.times, tally.lost, tally.doubled, tally.broken, tally.unknown);
      whole &= tally.lost + tally.doubled + tally.broken == 0;
    }
    long missing = tallies.values().stream().filter(tally -> tally.times == 0).count();
    say("");
    if (missing > 0) {
      say("%d of %d did not come up: give it more minutes.", missing, tallies.size());
    }
    say(whole ? "Nothing was lost, nothing happened twice, every invariant holds." : "NOT WHOLE.");
    return whole;
  }

  private static String words(String what, List<String> lines) {
    return lines.isEmpty() ? "" : "; " + what + " " + lines;
  }

  private static void say(String words, Object... values) {
    System.out.println(values.length == 0 ? words : String.format(Locale.UK, words, values));
  }
}

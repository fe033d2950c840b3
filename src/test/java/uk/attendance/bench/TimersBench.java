package uk.attendance.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import uk.attendance.account.Actor;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * Deadlines that all fall due at once, drained by the job executors of one node and of two, each a
 * program of its own: every one takes a task away and closes its case, with all that is written of
 * that. Then what it costs to look for due timers with a million that are not due, against none.
 *
 * <p>{@code bin/bench timers [rounds] [due] [future]}
 */
final class TimersBench {

  static final Instant NOW = Instant.parse("2025-11-03T09:31:00Z");
  private static final Date DUE = Date.from(Instant.parse("2025-11-04T00:00:00Z"));
  private static final int LOOKS = 200;

  private final Program program;
  private final Deadlines deadlines;
  private final String url;

  private TimersBench(Program program, String url) {
    this.program = program;
    this.url = url;
    this.deadlines = new Deadlines(program);
  }

  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int due = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int future = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000_000;
    String url = new Server().newDatabase();
    try (Program program = new Program(url, NOW, false)) {
      TimersBench bench = new TimersBench(program, url);
      bench.open();
      bench.idle(future);
      bench.drain(rounds, due);
    }
    System.exit(0);
  }

  /** The case that all others are made like. */
  private void open() {
    program
        .bean(RepositoryService.class)
        .createDeployment()
        .name("bench")
        .addClasspathResource(BareEngine.MODEL)
        .deploy();
    BenchSchools made = new BenchSchools(program, 10);
    SchoolId school = made.add(1).get(0);
    PupilId pupil = made.pupilsOf(List.of(school), 1).get(0);
    program
        .bean(RunningCases.class)
        .open(
            new Opening(
                BareEngine.PROCESS,
                "bench",
                school,
                pupil,
                program.bean(PolicyPacks.class).national().version(),
                LocalDate.parse("2025-11-03"),
                Map.of("due", DUE),
                Why.of(new RuleId("NF-F1"), "Measured")),
            Actor.PROGRAM);
  }

  private void idle(int future) {
    double none = look();
    long blocksOfNone = blocks();
    deadlines.future(future);
    double many = look();
    long blocksOfMany = blocks();
    Figures.say(
        "looking for due timers: %.3f ms and %d blocks with none, %.3f ms and %d blocks with %,d that are not due",
        none, blocksOfNone, many, blocksOfMany, future);
    Figures.atMost(1.5, many / none, "looking costs %.2f of what it costs without them");
    deadlines.forgetFuture();
  }

  private double look() {
    List<Double> times = new ArrayList<>();
    for (int i = -50; i < LOOKS; i++) {
      long start = System.nanoTime();
      lookOnce();
      if (i >= 0) {
        times.add((System.nanoTime() - start) / 1e6);
      }
    }
    return Figures.median(times);
  }

  /** As the job executor looks. */
  private void lookOnce() {
    ((ProcessEngineConfigurationImpl)
            program.bean(ProcessEngine.class).getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(context -> context.getJobManager().findNextJobsToExecute(new Page(0, 3)));
  }

  private long blocks() {
    long before = read();
    lookOnce();
    return read() - before;
  }

  private long read() {
    program.jdbc().sql("select pg_stat_clear_snapshot()").query(String.class).list();
    pause(1500);
    return program.count(
        """
        select heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit
        from pg_statio_user_tables where relname = 'act_ru_job'
        """);
  }

  private void drain(int rounds, int due) throws Exception {
    List<Double> one = new ArrayList<>();
    List<Double> two = new ArrayList<>();
    try (Node first = new Node(url);
        Node second = new Node(url)) {
      for (int round = 0; round <= rounds; round++) {
        int count = round == 0 ? Math.min(due, 1000) : due;
        double alone = drained(count, first);
        double both = drained(count, first, second);
        Figures.say(
            "%s  one node %5.0f deadlines/s, two nodes %5.0f/s",
            round == 0 ? "warm-up" : "round  ", alone, both);
        if (round > 0) {
          one.add(alone);
          two.add(both);
        }
      }
    }
    Figures.say(
        "%,d due deadlines are drained in %.1f s by one node, %.1f s by two",
        due, due / Figures.median(one), due / Figures.median(two));
    Figures.atLeast(
        1, Figures.median(two) / Figures.median(one), "two nodes drain at %.2f of one's speed");
  }

  private double drained(int count, Node... nodes) throws Exception {
    deadlines.make(count);
    for (Node node : nodes) {
      node.say("start");
    }
    long start = System.nanoTime();
    while (deadlines.left() > 0) {
      pause(100);
    }
    double perSecond = count / ((System.nanoTime() - start) / 1e9);
    for (Node node : nodes) {
      node.say("stop");
    }
    deadlines.check(count);
    return perSecond;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

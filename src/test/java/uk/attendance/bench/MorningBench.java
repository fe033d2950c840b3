package uk.attendance.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import uk.attendance.account.Actor;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.SchoolId;

/**
 * A trust's morning: the registers of fifty schools come in, 100,000 marks, 5,000 of them absences
 * that nobody knew of; every one becomes a case with its task, its deadline and a message to the
 * parents. Against it, in turn on the same server, the engine alone starting a process with a task,
 * a timer and three variables, one by one and a hundred in one command.
 *
 * <p>{@code bin/bench morning [rounds] [schools] [count]}
 */
final class MorningBench {

  private static final Instant NOW = Instant.parse("2025-11-03T09:31:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2025-11-03");
  private static final Date DUE = Date.from(Instant.parse("2025-11-04T00:00:00Z"));
  private static final int PUPILS = 2000;
  private static final int ABSENT_IN = 20;
  private static final int TOGETHER = 100;
  private static final int WORKERS = 2;
  private static final int TURNS = 5;

  private final Program program;
  private final BareEngine bare;
  private final int schools;
  private final int oneByOne;
  private final BenchSchools made;
  private final List<Double> bareStarts = new ArrayList<>();
  private final List<Double> bareTogether = new ArrayList<>();
  private final List<Double> ourStarts = new ArrayList<>();
  private final List<Double> ourTogether = new ArrayList<>();
  private final List<Double> mornings = new ArrayList<>();
  private final List<Double> seconds = new ArrayList<>();
  private final ProcessHandle server;
  private Cores cores = Cores.NONE;

  private MorningBench(Program program, BareEngine bare, ProcessHandle server, int schools) {
    this.server = server;
    this.program = program;
    this.bare = bare;
    this.schools = schools;
    this.oneByOne = 20 * schools;
    this.made = new BenchSchools(program, PUPILS);
  }

  public static void main(String[] arguments) {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int schools = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    boolean counting = arguments.length > 2 && arguments[2].equals("count");
    Server server = new Server();
    try (Program program =
            new Program(server.newDatabase(), NOW, counting, "--spring.mail.host=localhost");
        BareEngine bare = new BareEngine(server.newDatabase())) {
      new MorningBench(program, bare, server.process(), schools).run(rounds);
    }
    System.exit(0);
  }

  private void run(int rounds) {
    program
        .bean(RepositoryService.class)
        .createDeployment()
        .name("bench")
        .addClasspathResource(BareEngine.MODEL)
        .deploy();
    Figures.say(
        "%,d marks in %d schools, %,d new absences; a warm-up, then %d rounds",
        schools * PUPILS, schools, schools * PUPILS / ABSENT_IN, rounds);
    for (int round = 0; round <= rounds; round++) {
      round(schools, round > 0);
    }
    double floor = Figures.median(bareStarts);
    Figures.say("");
    Figures.say(
        "median   the morning %.1f s, evaluation %.0f cases/s; engine alone %.0f/s, in hundreds %.0f/s; a case like it %.0f/s, in hundreds %.0f/s",
        Figures.median(seconds),
        Figures.median(mornings),
        floor,
        Figures.median(bareTogether),
        Figures.median(ourStarts),
        Figures.median(ourTogether));
    Figures.atLeast(
        0.7,
        Figures.median(ourStarts) / floor,
        "a case opens one by one at %.2f of the engine alone, one by one");
    Figures.atLeast(
        4,
        Figures.median(mornings) / floor,
        "the morning's cases open at %.2f times the engine alone, one by one");
    Figures.say(
        "     a case in hundreds %.2f, the morning %.2f of the engine alone in hundreds",
        Figures.median(ourTogether) / Figures.median(bareTogether),
        Figures.median(mornings) / Figures.median(bareTogether));
  }

  private void round(int schools, boolean counts) {
    List<SchoolId> ids = made.add(schools);
    List<PupilId> pupils = made.pupilsOf(ids, 3 * oneByOne + TOGETHER);
    Iterator<PupilId> next = pupils.iterator();

    settle();
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    Cores ourCores = Cores.NONE;
    Cores theirCores = Cores.NONE;
    for (int turn = 0; turn < TURNS; turn++) {
      ours.add(perSecond(oneByOne / TURNS, () -> open(ids, next, oneByOne / TURNS)));
      ourCores = ourCores.and(cores);
      program.statements().say("a case one by one", oneByOne / TURNS);
      theirs.add(perSecond(oneByOne / TURNS, () -> bare.startOneByOne(oneByOne / TURNS, DUE)));
      theirCores = theirCores.and(cores);
    }

    settle();
    long start = System.nanoTime();
    for (SchoolId school : ids) {
      made.bringIn(school, TODAY, NOW, ABSENT_IN);
    }
    double importing = since(start);
    int absent = schools * PUPILS / ABSENT_IN;
    double morning = perSecond(absent, () -> workOff(ids));
    String morningsCores = cores.each(absent);
    program.statements().say("a case of the morning", absent);
    double all = since(start);
    check(ids, absent);

    settle();
    double oursTogether =
        perSecond(
            2 * oneByOne,
            () -> {
              for (int i = 0; i < 2 * oneByOne; i += TOGETHER) {
                program.bean(RunningCases.class).together(() -> open(ids, next, TOGETHER));
              }
            });
    program.statements().say("a case in hundreds", 2 * oneByOne);
    double theirsTogether =
        perSecond(2 * oneByOne, () -> bare.startTogether(2 * oneByOne, TOGETHER, DUE));
    Figures.say(
        "%s  morning %5.1f s (register %4.1f s, cases %5.0f/s)   engine alone %5.0f/s; in hundreds %5.0f/s   a case like it %5.0f/s; in hundreds %5.0f/s",
        counts ? "round  " : "warm-up",
        all,
        importing,
        morning,
        Figures.median(theirs),
        theirsTogether,
        Figures.median(ours),
        oursTogether);
    Figures.say("         a case of the morning: %s", morningsCores);
    Figures.say(
        "         engine alone, one by one: %s; a case like it: %s",
        theirCores.each(oneByOne), ourCores.each(oneByOne));
    if (counts) {
      bareStarts.add(Figures.median(theirs));
      bareTogether.add(theirsTogether);
      ourStarts.add(Figures.median(ours));
      ourTogether.add(oursTogether);
      mornings.add(morning);
      seconds.add(all);
    }
  }

  /** What the server still has to do for the rows made before is not counted with what follows. */
  private void settle() {
    program.jdbc().sql("vacuum analyze").update();
    program.jdbc().sql("checkpoint").update();
  }

  /** On two threads, a school always on one of them, as beside the pages. */
  private void workOff(List<SchoolId> ids) {
    EvaluatingRegisterClose evaluating = program.bean(EvaluatingRegisterClose.class);
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < WORKERS; i++) {
      int worker = i;
      Thread thread =
          new Thread(
              () ->
                  ids.stream()
                      .filter(id -> ids.indexOf(id) % WORKERS == worker)
                      .forEach(evaluating::workOff));
      thread.start();
      workers.add(thread);
    }
    for (Thread worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private double perSecond(int count, Runnable work) {
    program.statements().forget();
    Cores before = Cores.now(server);
    long start = System.nanoTime();
    work.run();
    double seconds = since(start);
    cores = Cores.now(server).since(before);
    return count / seconds;
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Each pupil's own, of a cause that nothing else opens. */
  private void open(List<SchoolId> ids, Iterator<PupilId> pupils, int count) {
    RunningCases running = program.bean(RunningCases.class);
    for (int i = 0; i < count; i++) {
      PupilId pupil = pupils.next();
      running.open(
          new Opening(
              BareEngine.PROCESS,
              "bench",
              made.schoolOf(pupil),
              pupil,
              program.bean(PolicyPacks.class).national().version(),
              TODAY,
              Map.of("due", DUE),
              Why.of(new RuleId("NF-F1"), "Measured")),
          Actor.PROGRAM);
    }
  }

  /** Every absence has its case, its task on the worklist and its message in the outbox. */
  private void check(List<SchoolId> ids, int absent) {
    String schools = String.join(",", ids.stream().map(id -> "'" + id.value() + "'").toList());
    String at = " and school_id in (" + schools + ")";
    expect(
        "cases",
        absent,
        "select count(*) from case_file where cause = 'unexplained' and closed_at is null" + at);
    expect(
        "calls on the worklist",
        absent,
        "select count(*) from worklist where task = 'telephone-parents'" + at);
    expect("messages queued", absent, "select count(*) from message where state = 'WAITING'" + at);
    expect("pupils still waiting", 0, "select count(*) from register_close where true" + at);
  }

  private void expect(String what, long wanted, String sql) {
    long found = program.count(sql);
    if (found != wanted) {
      throw new IllegalStateException("%s: %,d, expected %,d".formatted(what, found, wanted));
    }
  }
}

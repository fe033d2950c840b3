package uk.attendance.fault;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import uk.attendance.WholeProgram;
import uk.attendance.account.AccountId;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.TaskId;
import uk.attendance.firstday.EvaluatingRegisterClose;
import uk.attendance.register.Author;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.AlreadySubmitted;
import uk.attendance.worklist.ChangingTasks;
import uk.attendance.worklist.SubmittingTasks;
import uk.attendance.worklist.TaskChange;
import uk.attendance.worklist.TaskWithdrawn;

/**
 * Many people at the same tasks of one school at once: each answers, takes over or corrects the
 * register, in an order of their own.
 */
final class ManyHands {

  private static final LocalDate MONDAY = LocalDate.parse("2025-11-03");

  private final WholeProgram program;
  private final SchoolId school;
  private final Scope scope;
  private final int pupils;
  private final List<SignedIn> clerks = new ArrayList<>();
  private final Map<TaskId, Integer> answered = new ConcurrentHashMap<>();
  private final Set<TaskId> withdrawn = ConcurrentHashMap.newKeySet();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<TaskId> tasks;

  ManyHands(WholeProgram program, int pupils) {
    this.program = program;
    this.pupils = pupils;
    program.setBack();
    school = program.newSchool();
    scope = new Scope(Map.of(school, Set.of(Role.OFFICE)), Set.of());
    for (int n = 0; n < pupils; n++) {
      program.newPupil(school);
    }
    clerks.add(clerk(1));
    clerks.add(clerk(2));
    bringIn(admissionNumbers(), "AM", "N");
    program.bean(EvaluatingRegisterClose.class).workOff(school);
    tasks =
        program
            .jdbc()
            .sql(
                "select task_id from worklist where school_id = :school and task = 'telephone-parents'")
            .param("school", school.value())
            .query(String.class)
            .list()
            .stream()
            .map(TaskId::new)
            .toList();
  }

  private SignedIn clerk(int n) {
    String email = "clerk%d@%s.example.org".formatted(n, school);
    program
        .jdbc()
        .sql(
            """
            insert into account (email, name, title, made_up, created_at)
            values (:email, 'Pat Clerk', 'Clerk', false, timestamp with time zone '2025-09-01 09:00:00+00')
            """)
        .param("email", email)
        .update();
    long id =
        program
            .jdbc()
            .sql("select id from account where email = :email")
            .param("email", email)
            .query(Long.class)
            .single();
    program
        .jdbc()
        .sql("insert into account_role (account_id, role, school_id) values (:id, 'office', :at)")
        .param("id", id)
        .param("at", school.value())
        .update();
    return new SignedIn(new AccountId(id), "Pat Clerk", "Clerk");
  }

  /** All at once, until each has been at every task. */
  ManyHands allAtOnce(int people, long seed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(people);
    CountDownLatch together = new CountDownLatch(people);
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int person = 0; person < people; person++) {
        Random chance = new Random(seed + person);
        working.add(
            threads.submit(
                () -> {
                  together.countDown();
                  together.await();
                  List<TaskId> mine = new ArrayList<>(tasks);
                  Collections.shuffle(mine, chance);
                  mine.forEach(task -> one(task, chance));
                  return null;
                }));
      }
      for (Future<?> work : working) {
        work.get();
      }
    } finally {
      threads.shutdown();
    }
    program.bean(EvaluatingRegisterClose.class).workOff(school);
    return this;
  }

  private void one(TaskId task, Random chance) {
    SignedIn clerk = clerks.get(chance.nextInt(clerks.size()));
    try {
      switch (chance.nextInt(10)) {
        case 0, 1, 2, 3, 4 -> answer(task, clerk);
        case 5, 6, 7 -> take(task, clerk, chance.nextBoolean());
        case 8 -> correct(chance);
        default -> program.bean(EvaluatingRegisterClose.class).workOff(school);
      }
    } catch (CannotGetJdbcConnectionException | CannotCreateTransactionException busy) {
      // more people than connections on a slow machine: they ask again
      one(task, chance);
    } catch (AlreadySubmitted told) {
      answered.merge(task, 0, Integer::sum);
    } catch (TaskWithdrawn told) {
      withdrawn.add(task);
    } catch (RuntimeException e) {
      failures.add(chain(e));
    }
  }

  private void answer(TaskId task, SignedIn clerk) {
    program
        .bean(SubmittingTasks.class)
        .submit(task, Map.of("outcome", "no-answer"), Actor.of(clerk), scope);
    answered.merge(task, 1, Integer::sum);
  }

  private void take(TaskId task, SignedIn clerk, boolean back) {
    int revision =
        program
            .jdbc()
            .sql("select revision from worklist where task_id = :id")
            .param("id", task.value())
            .query(Integer.class)
            .optional()
            .orElse(0);
    program
        .bean(ChangingTasks.class)
        .change(
            List.of(new TaskChange.Seen(task, revision)),
            back ? new TaskChange.HandBack() : new TaskChange.Claim(true),
            clerk,
            scope);
  }

  /** A newer file: one in five pupils was ill after all. */
  private void correct(Random chance) {
    List<String> some =
        admissionNumbers().stream().filter(no -> Integer.parseInt(no) % 5 == 0).toList();
    bringIn(some.subList(0, chance.nextInt(some.size()) + 1), "AM", "I");
  }

  private List<String> admissionNumbers() {
    return program
        .jdbc()
        .sql("select admission_no from pupil where school_id = :school order by id")
        .param("school", school.value())
        .query(String.class)
        .list();
  }

  private void bringIn(List<String> pupils, String session, String code) {
    StringBuilder csv = new StringBuilder("admission_no,date,session,code\n");
    pupils.forEach(no -> csv.append("%s,%s,%s,%s\n".formatted(no, MONDAY, session, code)));
    byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
    RegisterImport file =
        program
            .bean(ImportingMarks.class)
            .bringIn(
                school,
                "attendance.csv",
                () -> new ByteArrayInputStream(bytes),
                program.bean(Clock.class).instant(),
                new Author("Office", "School office"),
                true);
    if (file.state() != ImportState.APPLIED) {
      throw new IllegalStateException("file %s: %s".formatted(file.state(), file.sentence()));
    }
  }

  /** Tasks that somebody was told to have done, more than once. */
  List<TaskId> doneTwice() {
    return answered.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Tasks that were neither answered nor taken away. */
  long lost() {
    return pupils
        - tasks.size()
        + tasks.stream()
            .filter(task -> answered.getOrDefault(task, 0) == 0 && !withdrawn.contains(task))
            .count();
  }

  /** What people were told that no person should be. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  List<String> setAside() {
    return program.bean(EvaluatingRegisterClose.class).setAside(school).stream()
        .map(EvaluatingRegisterClose.SetAside::because)
        .toList();
  }

  List<String> broken() {
    return program
        .invariants("casefile", "register", "firstday", "worklist", "letter", "pupil")
        .stream()
        .flatMap(invariant -> invariant.broken().stream())
        .toList();
  }

  private static String chain(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      words.append(cause.getClass().getSimpleName()).append(": ");
      words.append(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
      Stream.of(cause.getStackTrace())
          .filter(frame -> frame.getClassName().startsWith("uk.attendance"))
          .findFirst()
          .ifPresent(frame -> words.append(" at ").append(frame));
      words.append(" <- ");
    }
    return words.toString();
  }
}

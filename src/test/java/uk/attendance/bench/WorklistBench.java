package uk.attendance.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.TaskId;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.Worklist;
import uk.attendance.worklist.WorklistQuery;
import uk.attendance.worklist.WorklistQuery.Key;
import uk.attendance.worklist.WorklistQuery.Whose;

/**
 * A page of the office's list at one school of twenty, with ten thousand and with a million tasks
 * open in all: the first page and one from the middle. Against it the engine's own query for a
 * candidate group of that school, in the order of due dates: by offset, as it has no keys.
 *
 * <p>{@code bin/bench worklist [tasks]}
 */
final class WorklistBench {

  private static final Instant NOW = Instant.parse("2025-11-03T09:31:00Z");
  private static final int FEW = 10_000;
  private static final int SCHOOLS = 20;
  private static final int PUPILS = 500;
  private static final int PAGE = 50;
  private static final int ROUNDS = 40;
  private static final int ENGINE_ROUNDS = 5;
  private static final SchoolId SCHOOL = new SchoolId("bench-003");
  private static final AccountId READER = new AccountId(1);

  private final Program program;
  private final int many;
  private int made;

  private WorklistBench(Program program, int many) {
    this.program = program;
    this.many = many;
  }

  public static void main(String[] arguments) {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    try (Program program = new Program(new Server().newDatabase(), NOW, false)) {
      new WorklistBench(program, many).run();
    }
    System.exit(0);
  }

  /** Milliseconds, and blocks of the database read for our page. */
  private record Page(String name, double ours, double engine, long blocks) {}

  private void run() {
    new BenchSchools(program, PUPILS).add(SCHOOLS);
    open(FEW);
    measure(); // cold
    List<Page> few = measure();
    open(many);
    List<Page> much = measure();
    Figures.say("");
    for (int i = 0; i < few.size(); i++) {
      Page before = few.get(i);
      Page after = much.get(i);
      Figures.say(
          "%-28s ours %7.2f ms at %,d, %7.2f ms at %,d tasks (%d and %d blocks); engine %7.2f ms, %9.2f ms",
          before.name(),
          before.ours(),
          FEW,
          after.ours(),
          many,
          before.blocks(),
          after.blocks(),
          before.engine(),
          after.engine());
      Figures.atMost(1.5, after.ours() / before.ours(), "it costs %.2f of what it cost before");
      Figures.atMost(0.05, after.ours() / after.engine(), "it costs %.3f of the engine's query");
    }
  }

  private List<Page> measure() {
    List<Page> pages = new ArrayList<>();
    Scope office = scope(Role.OFFICE);
    Scope officer = scope(Role.ATTENDANCE_OFFICER);
    int ofOffice = made * 6 / 10 / SCHOOLS;
    pages.add(page("office, first page", office, Whose.ROLE, null, 0));
    pages.add(page("office, from the middle", office, Whose.ROLE, key(ofOffice / 2), ofOffice / 2));
    pages.add(page("officer, all, first page", officer, Whose.ALL, null, 0));
    pages.add(
        page("officer, all, from the middle", officer, Whose.ALL, key(ofOffice / 2), ofOffice / 2));
    return pages;
  }

  private static Scope scope(Role role) {
    return new Scope(Map.of(SCHOOL, EnumSet.of(role)), Set.of());
  }

  private Page page(String name, Scope scope, Whose whose, @Nullable Key after, int offset) {
    WorklistQuery query = WorklistQuery.of(whose, List.of(SCHOOL)).after(after);
    Worklist worklist = program.bean(Worklist.class);
    TaskService tasks = program.bean(TaskService.class);
    List<String> groups =
        whose == Whose.ROLE
            ? List.of("office@" + SCHOOL.value())
            : List.of(
                "office@" + SCHOOL.value(),
                "attendance-officer@" + SCHOOL.value(),
                "dsl@" + SCHOOL.value());
    IntSupplier ours = () -> worklist.page(query, READER, scope, PAGE).rows().size();
    IntSupplier engines =
        () ->
            tasks
                .createTaskQuery()
                .taskCandidateGroupIn(groups)
                .active()
                .orderByDueDate()
                .asc()
                .listPage(offset, PAGE)
                .size();
    List<Double> our = new ArrayList<>();
    List<Double> engine = new ArrayList<>();
    for (int round = -100; round < ROUNDS; round++) {
      time(our, ours, round);
      if (round >= 0 && round % (ROUNDS / ENGINE_ROUNDS) == 0) {
        time(engine, engines, round);
      }
    }
    long before = blocks();
    ours.getAsInt();
    return new Page(name, Figures.median(our), Figures.median(engine), blocks() - before);
  }

  private static void time(List<Double> times, IntSupplier work, int round) {
    long start = System.nanoTime();
    int rows = work.getAsInt();
    if (rows != PAGE) {
      throw new IllegalStateException("a page of " + rows);
    }
    if (round >= 0) {
      times.add((System.nanoTime() - start) / 1e6);
    }
  }

  /** What the database has read of the table and its indexes. */
  private long blocks() {
    program.jdbc().sql("select pg_stat_clear_snapshot()").query(String.class).list();
    try {
      Thread.sleep(1500); // a server tells its figures once a second
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return program.count(
        """
        select heap_blks_read + heap_blks_hit + idx_blks_read + idx_blks_hit
        from pg_statio_user_tables where relname = 'worklist'
        """);
  }

  private Key key(int offset) {
    return program
        .jdbc()
        .sql(
            """
            select due_on, task_id from worklist where school_id = :school and role = 'office'
            order by due_on, task_id offset :offset rows fetch first 1 row only
            """)
        .param("school", SCHOOL.value())
        .param("offset", offset)
        .query(
            (row, n) ->
                new Key(
                    row.getObject("due_on", LocalDate.class), new TaskId(row.getString("task_id"))))
        .single();
  }

  /** So many tasks are open in all, of three roles, due within a hundred days. */
  private void open(int count) {
    if (made == 0) {
      program
          .jdbc()
          .sql(
              """
              insert into case_file (process, cause, business_key, school_id, pupil_id, policy_pack,
                policy_version, started_on, opened_at, instance_id, head)
              select 'first-day-contact', 'bench', 'k', school_id, id, 'national', :version,
                date '2025-11-03', timestamptz '2025-11-03T09:00:00Z', 'i' || id, repeat('0', 64)
              from pupil
              """)
          .param("version", program.bean(PolicyPacks.class).national().version().version())
          .update();
    }
    String rows =
        """
        from (
          select n, md5('task' || n) as id, (array['office','office','office','office','office','office',
              'attendance-officer','attendance-officer','attendance-officer','dsl'])[1 + n / %d %% 10] as role,
            date '2025-10-20' + (n * 7919 / 200 %% 100)::int as due
          from generate_series(%d::bigint, %d::bigint) n) t
        join (select c.*, row_number() over (order by c.pupil_id %% %d, c.school_id) - 1 as at from case_file c) c
          on c.at = t.n %% %d
        """
            .formatted(SCHOOLS, made, count - 1, PUPILS, SCHOOLS * PUPILS);
    program
        .jdbc()
        .sql(
            """
            insert into worklist (task_id, case_id, school_id, pupil_id, task, role, due_at, due_on, opened_at, why)
            select t.id, c.id, c.school_id, c.pupil_id, 'telephone-parents', t.role, t.due + 1, t.due,
              timestamptz '2025-11-03T09:00:00Z', '{"rule":"NF-F1","words":"Parents are telephoned"}'
            """
                + rows)
        .update();
    program
        .jdbc()
        .sql(
            """
            insert into act_ru_task (id_, rev_, name_, priority_, create_time_, due_date_, suspension_state_, task_def_key_)
            select t.id, 1, 'Telephone the parents', 50, timestamp '2025-11-03 09:00', t.due + 1, 1, 'telephone-parents'
            """
                + rows)
        .update();
    program
        .jdbc()
        .sql(
            """
            insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
            select 'l' || t.id, 1, t.role || '@' || c.school_id, 'candidate', t.id
            """
                + rows)
        .update();
    program.jdbc().sql("vacuum analyze").update();
    made = count;
    Figures.say("%,d tasks are open", count);
  }
}

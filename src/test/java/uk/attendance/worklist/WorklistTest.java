package uk.attendance.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.AccountId;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.Scopes;
import uk.attendance.account.SignedIn;
import uk.attendance.casefile.Retrying;
import uk.attendance.casefile.TaskId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.Slice;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.worklist.SomeTasks.Child;
import uk.attendance.worklist.TaskChange.Result;
import uk.attendance.worklist.TaskChange.Seen;
import uk.attendance.worklist.WorklistQuery.Due;
import uk.attendance.worklist.WorklistQuery.Key;
import uk.attendance.worklist.WorklistQuery.Standing;
import uk.attendance.worklist.WorklistQuery.Whose;

/** It is Wednesday 5 November 2025. */
class WorklistTest {

  private static final SchoolId OAK = new SchoolId("oak");
  private static final SchoolId ELM = new SchoolId("elm");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-11-05T09:30:00Z"), SchoolCalendar.ZONE);

  @OnBothDatabases
  void ordersTheOverdueFirstAndPagesByKeyOverEqualDays(Database database) {
    House house = new House(database);
    List<String> inOrder = new ArrayList<>();
    for (String day : List.of("2025-11-03", "2025-11-05", "2025-11-12")) {
      for (int i = 0; i < 7; i++) {
        Child child = house.oak.newChild("Sam", "Example", null);
        String id = day + "-" + i;
        house.oak.open(id, child, "telephone-parents", Role.OFFICE, day);
        inOrder.add(id);
      }
    }

    List<String> paged = new ArrayList<>();
    Key after = null;
    Slice<ListedTask> page;
    do {
      page = house.page(office(), all().after(after), 4);
      page.rows().forEach(row -> paged.add(row.id().value()));
      ListedTask last = page.rows().get(page.rows().size() - 1);
      after = new Key(last.dueOn(), last.id());
    } while (page.more());

    assertThat(paged).isEqualTo(inOrder);
  }

  @OnBothDatabases
  void narrowsByDayKindClassAndName(Database database) {
    House house = new House(database);
    ClassId ash = house.oak.newClass("Ash");
    Child ada = house.oak.newChild("Ada", "Okafor", ash);
    Child ben = house.oak.newChild("Ben", "Lowe", null);
    house.oak.open("late", ada, "telephone-parents", Role.OFFICE, "2025-11-04");
    house.oak.open("today", ben, "telephone-parents", Role.OFFICE, "2025-11-05");
    house.oak.open("friday", ada, "decide-absence-code", Role.ATTENDANCE_LEAD, "2025-11-07");
    house.oak.open("later", ben, "decide-absence-code", Role.ATTENDANCE_LEAD, "2025-11-10");

    assertThat(house.ids(office(), all().due(Due.OVERDUE))).containsExactly("late");
    assertThat(house.ids(office(), all().due(Due.TODAY))).containsExactly("today");
    assertThat(house.ids(office(), all().due(Due.THIS_WEEK))).containsExactly("today", "friday");
    assertThat(house.ids(office(), all().due(Due.LATER))).containsExactly("later");
    assertThat(house.ids(office(), all().ofKind("decide-absence-code")))
        .containsExactly("friday", "later");
    assertThat(house.ids(office(), all().in(ash))).containsExactly("late", "friday");
    assertThat(house.ids(office(), all().searching("oka ada"))).containsExactly("late", "friday");
    assertThat(house.ids(office(), all().by(Whose.ROLE))).containsExactly("late", "today");
    assertThat(house.worklist.kinds(List.of("telephone-parents", "arrange-meeting"), List.of(OAK)))
        .containsExactly("telephone-parents");
  }

  @OnBothDatabases
  void showsEachRoleItsPartAndNothingOfAnotherSchool(Database database) {
    House house = new House(database);
    ClassId ash = house.oak.newClass("Ash");
    Child ada = house.oak.newChild("Ada", "Okafor", ash);
    Child ben = house.oak.newChild("Ben", "Lowe", null);
    house.oak.open("call", ada, "telephone-parents", Role.OFFICE, "2025-11-05");
    house.oak.open("confirm", ada, "confirm-pupil-is-absent", Role.TEACHER, "2025-11-05");
    house.oak.open("not-mine", ben, "confirm-pupil-is-absent", Role.TEACHER, "2025-11-05");
    house.oak.open("concern", ada, "raise-safeguarding-concern", Role.DSL, "2025-11-05");
    house.elm.open(
        "elsewhere",
        house.elm.newChild("Jess", "Lowe", null),
        "telephone-parents",
        Role.OFFICE,
        "2025-11-05");

    assertThat(house.ids(office(), all())).containsExactlyInAnyOrder("call", "confirm", "not-mine");
    assertThat(house.ids(at(OAK, Set.of(ash), Role.TEACHER), all())).containsExactly("confirm");
    assertThat(house.ids(at(OAK, Set.of(), Role.DSL), all())).hasSize(4);
    assertThat(house.ids(at(OAK, Set.of(), Role.DSL), all().by(Whose.ROLE)))
        .containsExactly("concern");
    assertThat(house.ids(at(OAK, Set.of(), Role.GOVERNOR), all())).isEmpty();
    assertThat(house.ids(office(), WorklistQuery.of(Whose.ALL, List.of(ELM)))).isEmpty();

    Scope manager =
        new Scope(Map.of(OAK, EnumSet.of(Role.MANAGER), ELM, EnumSet.of(Role.MANAGER)), Set.of());
    assertThat(house.ids(manager, WorklistQuery.of(Whose.ALL, List.of(OAK, ELM)))).hasSize(5);
    assertThat(house.worklist.find(new TaskId("elsewhere"), office())).isEmpty();
    assertThat(house.worklist.find(new TaskId("concern"), office())).isEmpty();
  }

  @OnBothDatabases
  void hidesWhomAHeldTaskIsAboutFromAllButTheSafeguardingLead(Database database) {
    House house = new House(database);
    Child ada = house.oak.newChild("Ada", "Okafor", null);
    house.oak.hold(house.oak.open("held", ada, "telephone-parents", Role.OFFICE, "2025-11-05"));

    ListedTask seen = house.page(office(), all(), 10).rows().get(0);

    assertThat(seen.pupil()).isNull();
    assertThat(seen.why()).isNull();
    assertThat(house.ids(office(), all().searching("okafor"))).isEmpty();
    assertThat(house.ids(office(), all().standing(Standing.ON_HOLD))).containsExactly("held");
    Scope lead = at(OAK, Set.of(), Role.DSL);
    assertThat(house.ids(lead, all().searching("okafor"))).containsExactly("held");
    assertThat(house.page(lead, all(), 10).rows().get(0).pupil()).isNotNull();
    assertThat(house.change("held", 0, new TaskChange.Claim(false)).words()).contains("hold");
  }

  @OnBothDatabases
  void countsNoFurtherThanTheCap(Database database) {
    House house = new House(database);
    Child child = house.oak.newChild("Sam", "Example", null);
    for (int i = 0; i < 5; i++) {
      house.oak.open(child, "telephone-parents", Role.OFFICE, "2025-11-05");
    }

    assertThat(house.worklist.count(all(), house.pat, office(), 6)).isEqualTo(5);
    assertThat(house.worklist.count(all(), house.pat, office(), 5)).isEqualTo(5);
    assertThat(house.worklist.count(all(), house.pat, office(), 4)).isEqualTo(4);
  }

  @OnBothDatabases
  void changesWhatItCanAndSaysOfEachOtherWhyNot(Database database) {
    House house = new House(database);
    Child ada = house.oak.newChild("Ada", "Okafor", null);
    house.oak.open("free", ada, "telephone-parents", Role.OFFICE, "2025-11-05");
    TaskId taken = house.oak.open("taken", ada, "telephone-parents", Role.OFFICE, "2025-11-05");
    house.oak.claimedBy(taken, house.kim);
    house.oak.open("other-role", ada, "decide-absence-code", Role.ATTENDANCE_LEAD, "2025-11-05");
    TaskId done = house.oak.open("done", ada, "telephone-parents", Role.OFFICE, "2025-11-05");
    house.oak.done(done, ada, "Kim Other");

    List<Result> results =
        house.changing.change(
            List.of(
                new Seen(new TaskId("free"), 0),
                new Seen(taken, 1),
                new Seen(new TaskId("other-role"), 0),
                new Seen(done, 0),
                new Seen(new TaskId("free"), 0)),
            new TaskChange.Claim(false),
            house.signedIn(),
            office());

    assertThat(results).extracting(Result::done).containsExactly(true, false, false, false, false);
    assertThat(results)
        .extracting(Result::colleagueHasIt)
        .containsExactly(false, true, false, false, false);
    assertThat(results.get(1).words()).startsWith("Kim Other has it.");
    assertThat(results.get(2).words()).contains("Attendance lead");
    assertThat(results.get(3).words()).isEqualTo("Kim Other did it at 09:26.");
    assertThat(results.get(4).words())
        .isEqualTo("Somebody changed it since you saw it: Pat Clerk has it now.");
    assertThat(house.engine).containsExactly("free -> " + house.pat + ": Claimed by Pat Clerk");
    assertThat(house.ids(office(), all().by(Whose.MINE))).containsExactly("free");
    assertThat(house.change("taken", 1, new TaskChange.Claim(true)).done()).isTrue();
  }

  @OnBothDatabases
  void givesATaskOnlyToSomebodyOfTheRoleAtThatSchool(Database database) {
    House house = new House(database);
    Child ada = house.oak.newChild("Ada", "Okafor", null);
    house.oak.open("call", ada, "telephone-parents", Role.OFFICE, "2025-11-05");

    assertThat(house.change("call", 0, new TaskChange.Give(house.stranger)).words())
        .startsWith("Sam Stranger cannot take it");
    assertThat(house.change("call", 0, new TaskChange.Give(house.kim)).done()).isTrue();
    assertThat(house.change("call", 1, new TaskChange.HandBack()).done()).isTrue();
    assertThat(house.change("call", 2, new TaskChange.HandBack()).words())
        .contains("Nobody has it");
  }

  @OnBothDatabases
  void aPostponedTaskComesBackOnItsDayAndKeepsItsDeadline(Database database) {
    House house = new House(database);
    Child ada = house.oak.newChild("Ada", "Okafor", null);
    house.oak.open("call", ada, "telephone-parents", Role.OFFICE, "2025-11-05");

    assertThat(house.postpone("call", 0, "2025-11-05").done()).isFalse();
    assertThat(house.postpone("call", 0, "2025-11-06").done()).isTrue();
    assertThat(house.ids(office(), all())).isEmpty();
    assertThat(house.ids(office(), all().standing(Standing.POSTPONED))).containsExactly("call");
    assertThat(house.page(office(), all().standing(Standing.POSTPONED), 9).rows().get(0).dueOn())
        .isEqualTo("2025-11-05");
    assertThat(house.on("2025-11-06T08:00:00Z").page(all(), house.pat, office(), 9).rows())
        .hasSize(1);
    assertThat(house.change("call", 1, new TaskChange.BringBack()).done()).isTrue();
    assertThat(house.ids(office(), all())).containsExactly("call");
  }

  @OnBothDatabases
  void ofTwoWhoClaimAtOnceOneHasItAndTheOtherIsToldWho(Database database) throws Exception {
    House house = new House(database);
    Child ada = house.oak.newChild("Ada", "Okafor", null);
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 20; round++) {
        String id = "race-" + round;
        house.oak.open(id, ada, "telephone-parents", Role.OFFICE, "2025-11-05");
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Result>> answers = new ArrayList<>();
        for (SignedIn who : List.of(house.signedIn(), house.kimSignedIn())) {
          answers.add(
              two.submit(
                  () -> {
                    go.await();
                    return house
                        .changing
                        .change(
                            List.of(new Seen(new TaskId(id), 0)),
                            new TaskChange.Claim(false),
                            who,
                            office())
                        .get(0);
                  }));
        }
        go.countDown();
        List<Result> results = List.of(answers.get(0).get(), answers.get(1).get());

        assertThat(results).filteredOn(Result::done).hasSize(1);
        assertThat(results)
            .filteredOn(result -> !result.done())
            .allSatisfy(late -> assertThat(late.words()).contains(" has it"));
      }
    } finally {
      two.shutdownNow();
    }
    assertThat(house.engine).hasSize(20);
  }

  private static WorklistQuery all() {
    return WorklistQuery.of(Whose.ALL, List.of(OAK));
  }

  private static Scope office() {
    return at(OAK, Set.of(), Role.OFFICE);
  }

  private static Scope at(SchoolId school, Set<ClassId> classes, Role role) {
    return new Scope(Map.of(school, EnumSet.of(role)), classes);
  }

  /** Two schools, two people of the office at the first, one stranger; the engine writes down. */
  private static final class House {

    private final Database database;
    private final SomeTasks oak;
    private final SomeTasks elm;
    private final Worklist worklist;
    private final ChangingTasks changing;
    private final List<String> engine = java.util.Collections.synchronizedList(new ArrayList<>());
    private final AccountId pat;
    private final AccountId kim;
    private final AccountId stranger;

    House(Database database) {
      this.database = database;
      for (SchoolId school : List.of(OAK, ELM)) {
        database
            .jdbc()
            .sql(
                "insert into school (id, name, pack, local_authority) values (:id, :id, 'national', 'Oakshire')")
            .param("id", school.value())
            .update();
      }
      oak = new SomeTasks(database.jdbc(), OAK);
      elm = new SomeTasks(database.jdbc(), ELM);
      worklist = new Worklist(database.jdbc(), CLOCK);
      pat = person("Pat Clerk", OAK);
      kim = person("Kim Other", OAK);
      stranger = person("Sam Stranger", null);
      changing =
          new ChangingTasks(
              database.jdbc(),
              once(database),
              worklist,
              this::changed,
              new Colleagues(
                  database.jdbc(),
                  new Scopes(database.jdbc()),
                  new Pupils(database.jdbc()),
                  CLOCK));
    }

    private static Retrying once(Database database) {
      return new Retrying() {
        @Override
        public <T> T inOneTransaction(Supplier<T> work) {
          return Objects.requireNonNull(database.transactions().execute(status -> work.get()));
        }
      };
    }

    private void changed(ListedTask task, @Nullable AccountId to, String words, Actor by) {
      engine.add("%s -> %s: %s by %s".formatted(task.id(), to, words, by.name()));
    }

    private AccountId person(String name, @Nullable SchoolId at) {
      database
          .jdbc()
          .sql(
              """
              insert into account (email, name, title, made_up, created_at)
              values (:email, :name, 'Clerk', false, timestamp with time zone '2025-09-01 09:00:00+00')
              """)
          .param("email", name.replace(' ', '.'))
          .param("name", name)
          .update();
      AccountId id =
          new AccountId(
              database.jdbc().sql("select max(id) from account").query(Long.class).single());
      if (at != null) {
        database
            .jdbc()
            .sql(
                "insert into account_role (account_id, role, school_id) values (:id, 'office', :at)")
            .param("id", id.value())
            .param("at", at.value())
            .update();
      }
      return id;
    }

    SignedIn signedIn() {
      return new SignedIn(pat, "Pat Clerk", "Clerk");
    }

    SignedIn kimSignedIn() {
      return new SignedIn(kim, "Kim Other", "Clerk");
    }

    Worklist on(String now) {
      return new Worklist(database.jdbc(), Clock.fixed(Instant.parse(now), SchoolCalendar.ZONE));
    }

    Slice<ListedTask> page(Scope scope, WorklistQuery query, int limit) {
      return worklist.page(query, pat, scope, limit);
    }

    List<String> ids(Scope scope, WorklistQuery query) {
      return page(scope, query, 100).rows().stream().map(row -> row.id().value()).toList();
    }

    Result change(String id, int revision, TaskChange change) {
      return changing
          .change(List.of(new Seen(new TaskId(id), revision)), change, signedIn(), office())
          .get(0);
    }

    Result postpone(String id, int revision, String until) {
      return change(
          id,
          revision,
          new TaskChange.Postpone(java.time.LocalDate.parse(until), "waits for the doctor"));
    }
  }
}

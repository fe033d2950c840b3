package uk.attendance.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.StandingClock;
import uk.attendance.account.AccountId;
import uk.attendance.account.Role;
import uk.attendance.casefile.TaskId;
import uk.attendance.form.Entered;
import uk.attendance.school.SchoolId;

/** Drafts outlive their task for a while and no longer. */
class DraftsOfFinishedTasksTest {

  private static final Duration KEPT = Duration.ofDays(14);

  private final StandingClock clock = new StandingClock();

  @OnBothDatabases
  void goWhenTheirTaskIsDoneAndTheirTimeIsOver(Database database) {
    SchoolId school = new SchoolId("oak");
    database
        .jdbc()
        .sql(
            "insert into school (id, name, pack, local_authority) values ('oak', 'Oak', 'national', 'L')")
        .update();
    database
        .jdbc()
        .sql(
            "insert into account (email, name, title, made_up, created_at) values ('a@example.org', 'Sam Example', 'Clerk', false, current_timestamp)")
        .update();
    AccountId person =
        new AccountId(
            database.jdbc().sql("select max(id) from account").query(Long.class).single());
    SomeTasks tasks = new SomeTasks(database.jdbc(), school);
    TaskId open =
        tasks.open(
            tasks.newChild("Ada", "Menon", null), "telephone-parents", Role.OFFICE, "2025-11-03");
    TaskId done = new TaskId("done");
    Drafts drafts = new Drafts(database.jdbc(), clock);
    DraftsOfFinishedTasks upkeep =
        new DraftsOfFinishedTasks(drafts, new DraftSettings(KEPT), clock);
    drafts.save(open, person, new Entered(Map.of()));
    drafts.save(done, person, new Entered(Map.of()));

    clock.forward(KEPT);
    upkeep.drop();
    assertThat(drafts.of(done, person)).isPresent();

    clock.forward(Duration.ofMillis(1));
    upkeep.drop();
    assertThat(drafts.of(done, person)).isEmpty();
    assertThat(drafts.of(open, person)).isPresent();
  }
}
